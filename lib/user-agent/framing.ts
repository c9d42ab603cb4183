import type { CheckReport } from '@/lib/oauth/check'
import { type HttpResponse, header } from '@/lib/oauth/http'
import { browserCheck } from './report'

/**
 * Whether a page may be shown inside another one: `frame-ancestors` of its Content-Security-Policy, which makes
 * browsers ignore X-Frame-Options (CSP Level 3); otherwise X-Frame-Options (RFC 7034).
 *
 * @param embedder origin of the page that wants to frame it
 */
export function framingCheck(url: string, response: HttpResponse, embedder: string): CheckReport {
  const { allowed, saw } = decide(new URL(url).origin, response, embedder)
  return browserCheck(
    {
      id: 'frame-allowed',
      rule: 'A page is shown inside another one only where its headers allow it.',
      cites: ['rfc7034-2.1', 'rfc9700-4.16'],
      reads: ['content-security-policy', 'x-frame-options'],
    },
    { ok: allowed, saw },
  )
}

function decide(own: string, response: HttpResponse, embedder: string): { allowed: boolean; saw: string } {
  const ancestors = frameAncestors(header(response, 'content-security-policy') ?? '')
  if (ancestors) {
    const allowed = ancestors.some(
      (source) => source === embedder || source === '*' || (source === "'self'" && own === embedder),
    )
    return { allowed, saw: `frame-ancestors ${ancestors.join(' ')}, framed by ${embedder}` }
  }
  const option = header(response, 'x-frame-options')?.trim().toLowerCase()
  if (option === 'deny') return { allowed: false, saw: `X-Frame-Options: DENY, framed by ${embedder}` }
  if (option === 'sameorigin')
    return { allowed: own === embedder, saw: `X-Frame-Options: SAMEORIGIN, framed by ${embedder}` }
  return { allowed: true, saw: `No header forbids it, framed by ${embedder}` }
}

/** The sources of the directive, or null when the policy has none. An empty list means `'none'`. */
function frameAncestors(policy: string): string[] | null {
  const directives = policy.split(/[;,]/).map((directive) => directive.trim().split(/\s+/))
  const found = directives.find(([name]) => name?.toLowerCase() === 'frame-ancestors')
  return found ? found.slice(1).map((source) => source.toLowerCase()) : null
}
