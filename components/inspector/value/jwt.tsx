'use client'

import { type DecodedJwt, decodeJwt } from '@/lib/oauth/jwt'
import { fullTime, momentText, relative } from '../lab-time'
import { useLabTime } from '../use-lab-time'
import { claimText, gloss, TIME_CLAIMS } from './claims'

const COMPACT = /eyJ[\w-]+\.[\w-]+\.[\w-]*/

/** The JWT that a text is or carries (`Bearer eyJ…`), decoded; null when there is none. */
export function jwtIn(text: string): DecodedJwt | null {
  const compact = COMPACT.exec(text)?.[0]
  return compact ? decodeJwt(compact) : null
}

/** A JWT's header and claims, in words. Reading is not verifying, and this says so. */
export function Jwt({ jwt, name }: { jwt: DecodedJwt; name: string }) {
  return (
    <div className="mt-1 mb-2 rounded-md border border-line bg-canvas">
      <Claims caption={`Header of ${name}`} claims={jwt.header} />
      <Claims caption={`Claims of ${name}`} claims={jwt.payload} />
      <p className="border-line border-t px-2.5 py-1.5 text-muted text-xs">
        {jwt.signature === '' ? 'No signature. ' : `Signature of ${jwt.signature.length} characters. `}
        <strong className="font-semibold text-ink">Decoded, not verified</strong>: anybody can read a JWT; only a check
        of the signature says who wrote it.
      </p>
    </div>
  )
}

function Claims({ caption, claims }: { caption: string; claims: Record<string, unknown> }) {
  return (
    <section aria-label={caption} className="border-line px-2.5 pt-1.5 pb-1 [&+section]:border-t">
      <p className="font-semibold text-subtle text-xs">{caption}</p>
      <dl>
        {Object.entries(claims).map(([claim, value]) => (
          <div key={claim} className="py-0.5">
            <dt className="text-subtle text-xs">
              <span className="font-mono text-muted">{claim}</span>
              {gloss(claim) && ` · ${gloss(claim)}`}
            </dt>
            <dd className="text-sm">
              {TIME_CLAIMS.includes(claim) && typeof value === 'number' ? (
                <Moment milliseconds={value * 1000} raw={value} />
              ) : (
                <span className="break-all font-mono">{claimText(value)}</span>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Moment({ milliseconds, raw }: { milliseconds: number; raw: number }) {
  const now = useLabTime()
  return (
    <span title={`${fullTime(milliseconds)} (${raw})`}>
      <span className="font-mono">{momentText(milliseconds, now)}</span> lab time, {relative(milliseconds, now)}
    </span>
  )
}
