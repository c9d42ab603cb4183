import { WholeHeaders } from '@/lib/oauth/whole-headers'
import { WholeResponse } from '@/lib/oauth/whole-messages'
import type { AuthorizationServerEnvironment } from '../environment'
import { type Html, html } from './html'
import { STYLE } from './style'

export interface Page {
  /** What the page is, for `<body data-page>`. */
  name: 'login' | 'consent' | 'logout' | 'error' | 'user-code' | 'confirm-device' | 'device-answered' | 'device-denied'
  title: string
  content: Html
  status?: number
  headers?: [name: string, value: string][]
  /** Where a form of this page may end up beyond this server: the client's redirect URI. */
  leadsTo?: string
}

/** A page for a person: plain HTML that works without a script, with the headers that keep it to itself. */
export function page(
  { name, title, content, status = 200, headers = [], leadsTo }: Page,
  env: Pick<AuthorizationServerEnvironment, 'policy'>,
): Response {
  const document = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Photo Drive</title>
<style>${STYLE}</style>
</head>
<body data-page="${name}">
<main>
<p class="brand"><svg viewBox="0 0 24 24" aria-hidden="true"><path d="M12 1 22 6.5v11L12 23 2 17.5v-11z"/></svg>Photo Drive accounts</p>
${content}
</main>
</body>
</html>
`
  return WholeResponse.of(document.text, status, WholeHeaders.of([...pageHeaders(env.policy, leadsTo), ...headers]))
}

/** Framing: RFC 9700, section 4.16. Referer: RFC 9700, section 4.2.4. */
function pageHeaders(
  { denyFraming, noReferrer }: AuthorizationServerEnvironment['policy'],
  leadsTo: string | undefined,
): [string, string][] {
  const formAction = leadsTo ? `'self' ${sourceOf(leadsTo)}` : "'self'"
  const policy = `default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action ${formAction}`
  return [
    ['content-type', 'text/html; charset=utf-8'],
    ['cache-control', 'no-store'],
    ['x-content-type-options', 'nosniff'],
    ['content-security-policy', denyFraming ? `${policy}; frame-ancestors 'none'` : policy],
    ...(denyFraming ? [['x-frame-options', 'DENY'] satisfies [string, string]] : []),
    ...(noReferrer ? [['referrer-policy', 'no-referrer'] satisfies [string, string]] : []),
  ]
}

/** `form-action` also governs the redirects after a form; a CSP source cannot name an IPv6 host, so its scheme stands in. */
function sourceOf(redirectUri: string): string {
  const { hostname, origin, protocol } = new URL(redirectUri)
  return hostname.startsWith('[') ? protocol : origin
}
