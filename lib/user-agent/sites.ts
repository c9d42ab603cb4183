import { getPublicSuffix } from 'tough-cookie'

/** How a request relates to the page that started it, as `Sec-Fetch-Site` puts it; `none`: the user typed it. */
export type SiteRelation = 'none' | 'same-origin' | 'same-site' | 'cross-site'

const FARTHEST: readonly SiteRelation[] = ['same-origin', 'same-site', 'cross-site', 'none']

/**
 * Encrypted, or never leaving this machine: where `Secure` cookies may go and `Sec-Fetch-*` is sent
 * (W3C Secure Contexts, section 3.1).
 */
export function isTrustworthy(url: string): boolean {
  const { protocol, hostname } = new URL(url)
  if (protocol === 'https:') return true
  return hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '[::1]' || /^127\./.test(hostname)
}

/** Scheme and registrable domain. Ports do not count, so one machine's servers on `localhost` are one site. */
function siteOf({ protocol, hostname }: URL): string {
  const registrable = /^[\d.]+$|^\[/.test(hostname) ? null : getPublicSuffix(hostname, { allowSpecialUseDomain: true })
  return `${protocol}//${registrable ?? hostname}`
}

export function relationBetween(initiator: string, target: string): SiteRelation {
  const [from, to] = [new URL(initiator), new URL(target)]
  if (from.origin === to.origin) return 'same-origin'
  return siteOf(from) === siteOf(to) ? 'same-site' : 'cross-site'
}

/** A chain of requests is as far away as its farthest one. */
export function fartherOf(one: SiteRelation, other: SiteRelation): SiteRelation {
  return FARTHEST.indexOf(one) > FARTHEST.indexOf(other) ? one : other
}
