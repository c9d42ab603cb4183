import type { CheckReport } from '@/lib/oauth/check'
import type { CitationId } from '@/lib/oauth/citations'
import { type HttpResponse, header } from '@/lib/oauth/http'
import { policyInHeaders } from './referrer-policy'
import { browserCheck } from './report'
import { fartherOf, relationBetween } from './sites'
import type { Navigation, PendingRedirect } from './state'

/** Redirects one navigation may take (WHATWG Fetch, "HTTP-redirect fetch"). */
const REDIRECT_LIMIT = 20

const REDIRECT_CLAUSES: Readonly<Record<number, CitationId>> = {
  301: 'rfc9110-15.4.2',
  302: 'rfc9110-15.4.3',
  303: 'rfc9110-15.4.4',
  307: 'rfc9110-15.4.8',
  308: 'rfc9110-15.4.9',
}

export function isRedirect(response: HttpResponse): boolean {
  return response.status in REDIRECT_CLAUSES && header(response, 'location') !== null
}

/**
 * What the browser makes of a redirect: the next request of this navigation, or null when it will not follow.
 *
 * @param sent the navigation whose request was answered, with the method and body that were really sent
 */
export function takeRedirect(
  sent: Navigation & { redirects?: number },
  response: HttpResponse,
): { pending: PendingRedirect | null; checks: CheckReport[] } {
  const location = header(response, 'location') ?? ''
  const redirects = (sent.redirects ?? 0) + 1
  const target = targetOf(location, sent.location)
  const refusal = refusalOf(location, target, redirects)
  if (!target || refusal) return { pending: null, checks: [targetCheck(false, refusal ?? location)] }

  const inherits = target.hash === '' && !location.includes('#') && new URL(sent.location).hash !== ''
  if (inherits) target.hash = new URL(sent.location).hash
  const becomesGet = turnsIntoGet(response.status, sent.method)
  const pending: PendingRedirect = {
    location: target.href,
    method: becomesGet ? 'GET' : sent.method,
    body: becomesGet ? null : sent.body,
    contentType: becomesGet ? null : sent.contentType,
    initiator: sent.initiator,
    referrerPolicy: policyInHeaders(response) ?? sent.referrerPolicy,
    site: sent.initiator ? fartherOf(sent.site, relationBetween(sent.initiator, target.href)) : 'none',
    originTainted: sent.originTainted || taints(sent, target.href),
    redirects,
  }
  const checks = [targetCheck(true, `Location: ${location}`)]
  if (sent.method !== 'GET') checks.push(methodCheck(response.status, sent, pending))
  if (new URL(sent.location).hash || target.hash) checks.push(fragmentCheck(target.hash, inherits))
  return { pending, checks }
}

/** 303 always asks for a GET; browsers also turn a POST into one after 301 and 302 (RFC 9110, section 15.4). */
function turnsIntoGet(status: number, method: string): boolean {
  if (status === 303) return method !== 'GET' && method !== 'HEAD'
  return (status === 301 || status === 302) && method === 'POST'
}

function targetOf(location: string, base: string): URL | null {
  return URL.canParse(location, base) ? new URL(location, base) : null
}

function refusalOf(location: string, target: URL | null, redirects: number): string | null {
  if (!target) return `Location: ${location} is not an address.`
  if (!/^https?:$/.test(target.protocol))
    return `Location: ${location}: no browser follows a redirect to ${target.protocol}`
  return redirects > REDIRECT_LIMIT ? `More than ${REDIRECT_LIMIT} redirects in a row.` : null
}

function taints({ initiator, location }: Navigation, next: string): boolean {
  if (!initiator) return true
  const [from, current, to] = [initiator, location, next].map((url) => new URL(url).origin)
  return current !== to && from !== current
}

function targetCheck(ok: boolean, saw: string): CheckReport {
  const rule = 'A redirect is followed only to an http or https address, and not for ever.'
  const cites = ['rfc9110-10.2.2', 'rfc9110-15.4'] as const
  return browserCheck({ id: 'redirect-target', rule, cites, reads: ['location'] }, { ok, saw })
}

function methodCheck(status: number, sent: Navigation, next: Navigation): CheckReport {
  const again = next.body === null ? 'without a body' : 'and its body is sent again, to the new address'
  const saw =
    next.method === sent.method
      ? `${status}: ${sent.method} stays ${again}`
      : `${status}: ${sent.method} becomes GET, the body stays behind`
  const clause = REDIRECT_CLAUSES[status] ?? 'rfc9110-15.4'
  const rule = 'The status of a redirect says whether the method and the body go along.'
  return browserCheck(
    { id: 'redirect-method', rule, cites: [clause, 'rfc9700-4.12'], reads: ['status'] },
    { ok: true, saw },
  )
}

function fragmentCheck(fragment: string, inherited: boolean): CheckReport {
  const rule = 'A redirect whose Location has no fragment inherits the one of the address it was asked for.'
  const saw = inherited
    ? `Location has no fragment, so ${fragment} goes along`
    : `Location brings its own: ${fragment || '#'}`
  const cites = ['rfc9110-10.2.2', 'rfc9700-4.1.3'] as const
  return browserCheck({ id: 'redirect-fragment', rule, cites, reads: ['location'] }, { ok: true, saw })
}
