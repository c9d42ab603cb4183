import type { ReactNode } from 'react'
import type { SecretKind } from '@/lib/oauth/secrets'

/**
 * One shape a kind of secret, the same everywhere. Filled: possession gives power. Hollow: public, derived or one-way.
 * On a 12 by 12 grid.
 */
const SHAPES: Record<SecretKind, ReactNode> = {
  authorization_code: <path d="M6 1 11.25 10.75H.75Z" fill="currentColor" stroke="none" />,
  device_code: <path d="M.75 2h10.5v6.75H7v1.25h1.75v1.25h-5.5V10H5V8.75H.75Z" fill="currentColor" stroke="none" />,
  user_code: <path d="M.75 2.25h10.5v7.5H.75ZM3 6h1m1.5 0h1M8 6h1" />,
  access_token: (
    <path
      d="m6 .5 1.6 3.6 3.9.4-2.9 2.6.85 3.85L6 9l-3.45 1.95.85-3.85L.5 4.5l3.9-.4Z"
      fill="currentColor"
      stroke="none"
    />
  ),
  refresh_token: (
    <>
      <circle cx="6" cy="6" r="5.5" fill="currentColor" stroke="none" />
      <path
        d="M8.7 6A2.7 2.7 0 1 1 7.8 4m.6-1.6V4.5H6.3"
        stroke="var(--glyph-ground, var(--surface))"
        strokeWidth="1.2"
      />
    </>
  ),
  assertion: (
    <path
      d="M.75 2.5h10.5v7H.75ZM1.5 3.25 6 6.75l4.5-3.5"
      fill="currentColor"
      stroke="var(--glyph-ground, var(--surface))"
    />
  ),
  id_token: (
    <path
      d="M.75.75h10.5v10.5H.75Zm2.1 2.1v6.3h6.3v-6.3Zm1.4 1.4h3.5v3.5h-3.5Z"
      fill="currentColor"
      fillRule="evenodd"
      stroke="none"
    />
  ),
  client_secret: <rect x="1.25" y="1.25" width="9.5" height="9.5" fill="currentColor" stroke="none" />,
  code_verifier: <path d="M6 .25 11.75 6 6 11.75.25 6Z" fill="currentColor" stroke="none" />,
  code_challenge: <path d="M6 1.25 10.75 6 6 10.75 1.25 6Z" />,
  state: <circle cx="6" cy="6" r="4.5" />,
  nonce: <circle cx="6" cy="6" r="4.5" strokeDasharray="2.2 1.34" />,
  request_uri: (
    <path d="M4.75 7.25 7.25 4.75M5.5 3.25 7 1.75a2.3 2.3 0 0 1 3.25 3.25L8.75 6.5m-2.25 2.25L5 10.25A2.3 2.3 0 0 1 1.75 7l1.5-1.5" />
  ),
  dpop_key: (
    <>
      <circle cx="6" cy="3.25" r="2.5" />
      <path d="M6 5.75v5.5M6 8.25h2.5M6 11.25h2.5" />
    </>
  ),
  password: <path d="M6 .75v10.5M1.45 3.4l9.1 5.2M1.45 8.6l9.1-5.2" strokeWidth="2.1" />,
  session_cookie: (
    <>
      <circle cx="6" cy="6" r="4.75" />
      <circle cx="6" cy="6" r="2.75" fill="currentColor" stroke="none" />
    </>
  ),
}

/** Decorative: its kind must also stand as text beside it or as a name around it. */
export function SecretGlyph({ kind, size = 12, className }: { kind: SecretKind; size?: number; className?: string }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 12 12"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      aria-hidden="true"
      className={className}
      data-secret={kind}
    >
      {SHAPES[kind]}
    </svg>
  )
}
