import { type HeaderList, header } from '@/lib/oauth/http'
import { isTrustworthy } from './sites'

/** W3C Referrer Policy: what a page lets the next server know about where its visitor comes from. */
export const REFERRER_POLICIES = [
  'no-referrer',
  'no-referrer-when-downgrade',
  'same-origin',
  'origin',
  'strict-origin',
  'origin-when-cross-origin',
  'strict-origin-when-cross-origin',
  'unsafe-url',
] as const

export type ReferrerPolicy = (typeof REFERRER_POLICIES)[number]

export const DEFAULT_REFERRER_POLICY: ReferrerPolicy = 'strict-origin-when-cross-origin'

/** The last policy named that this browser knows, so that servers can name newer ones first. */
export function lastKnownPolicy(names: string): ReferrerPolicy | null {
  const tokens = names.split(',').map((token) => token.trim().toLowerCase())
  return REFERRER_POLICIES.findLast((policy) => policy === tokens.findLast(isPolicy)) ?? null
}

export function policyInHeaders(message: { headers: HeaderList }): ReferrerPolicy | null {
  return lastKnownPolicy(header(message, 'referrer-policy') ?? '')
}

/**
 * The `Referer` of a request, or null when there is none to send.
 *
 * @param source URL of the page the visitor is on; its fragment and credentials are never sent
 */
export function referrerFor(source: string, target: string, policy: ReferrerPolicy): string | null {
  const full = stripped(source)
  const origin = `${new URL(source).origin}/`
  const sameOrigin = new URL(source).origin === new URL(target).origin
  const downgrade = isTrustworthy(source) && !isTrustworthy(target)
  switch (policy) {
    case 'no-referrer':
      return null
    case 'no-referrer-when-downgrade':
      return downgrade ? null : full
    case 'same-origin':
      return sameOrigin ? full : null
    case 'origin':
      return origin
    case 'strict-origin':
      return downgrade ? null : origin
    case 'origin-when-cross-origin':
      return sameOrigin ? full : origin
    case 'strict-origin-when-cross-origin':
      if (sameOrigin) return full
      return downgrade ? null : origin
    case 'unsafe-url':
      return full
  }
}

/**
 * The `Origin` of a request that is not a GET: hidden (`null`) where the policy would hide the referrer's origin
 * (WHATWG Fetch, "append a request Origin header").
 */
export function originFor(source: string, target: string, policy: ReferrerPolicy): string {
  const from = new URL(source)
  const downgrade = from.protocol === 'https:' && new URL(target).protocol !== 'https:'
  switch (policy) {
    case 'no-referrer':
      return 'null'
    case 'same-origin':
      return from.origin === new URL(target).origin ? from.origin : 'null'
    case 'no-referrer-when-downgrade':
    case 'strict-origin':
    case 'strict-origin-when-cross-origin':
      return downgrade ? 'null' : from.origin
    default:
      return from.origin
  }
}

function isPolicy(token: string): boolean {
  return REFERRER_POLICIES.some((policy) => policy === token)
}

function stripped(url: string): string {
  const copy = new URL(url)
  copy.hash = ''
  copy.username = ''
  copy.password = ''
  return copy.href
}
