import { type HttpRequest, type HttpResponse, header } from '@/lib/oauth/http'
import { parseChallenge } from '@/lib/oauth/www-authenticate'
import type { Arrival, Exchange } from '@/lib/wire/exchange'
import type { PartyNames } from './party-names'

/** Short names of messages, taken from their bytes. */

/** `POST /token` */
export function requestLabel({ method, url }: Pick<HttpRequest, 'method' | 'url'>): string {
  return `${method} ${partyPath(url)}`
}

/** `303 → /callback`, `200 tokens`, `400 invalid_grant` */
export function responseLabel({ response, arrival }: Pick<Exchange, 'response' | 'arrival'>): string {
  if (response === null) return 'lost'
  const location = header(response, 'location')
  if (location !== null && response.status >= 300 && response.status < 400) {
    return `${response.status} → ${partyPath(location)}`
  }
  return `${response.status} ${content(response) ?? ARRIVAL_WORDS[arrival]}`.trim()
}

/** What the response of a step still to come is called, from what usually arrives. */
export function plannedResponseLabel(usually: Arrival, names: PartyNames): string {
  if (usually === 'redirect-to-server') return `303 → ${names['authorization-server'].short}`
  if (usually === 'redirect-to-client') return `303 → ${names.client.short}`
  if (usually === 'pending') return '400 authorization_pending'
  if (usually === 'nonce-demanded' || usually === 'refusal') return ARRIVAL_WORDS[usually]
  return `200 ${ARRIVAL_WORDS[usually]}`.trim()
}

export const ARRIVAL_WORDS: Readonly<Record<Arrival, string>> = {
  'login-page': 'login page',
  'consent-page': 'consent page',
  'code-page': 'code page',
  'error-page': 'error page',
  'app-page': 'page',
  'redirect-to-server': '',
  'redirect-to-client': '',
  script: 'script',
  tokens: 'tokens',
  resource: 'photos',
  keys: 'keys',
  claims: 'claims',
  confirmation: 'OK',
  codes: 'codes',
  pending: 'pending',
  'slow-down': 'slow down',
  denied: 'denied',
  expired: 'expired',
  'nonce-demanded': 'nonce wanted',
  refusal: 'refused',
  'empty-handed': 'nothing of use',
  nothing: '',
}

function content(response: HttpResponse): string | null {
  const challenge = parseChallenge(header(response, 'www-authenticate') ?? '')
  if (challenge?.parameters.error) return challenge.parameters.error
  const page = /<body[^>]*\bdata-page="([\w-]+)"/.exec(response.body ?? '')?.[1]
  if (page) return `${page} page`
  const json = parseObject(response.body)
  if (typeof json.error === 'string') return json.error
  if (typeof json.access_token === 'string') return 'tokens'
  if (typeof json.assertion === 'string') return 'assertion'
  if (typeof json.device_code === 'string') return 'codes'
  if (Array.isArray(json.keys)) return 'keys'
  if (typeof json.bytes === 'number') return 'usage'
  if (typeof json.active === 'boolean') return json.active ? 'active' : 'not active'
  if (typeof json.sub === 'string') return 'claims'
  return null
}

function parseObject(body: string | null): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(body ?? 'null')
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}

/** The path below a party's base: own origins put the lab first, path mode the party and the lab. */
export function partyPath(url: string): string {
  const { pathname } = new URL(url, 'http://relative.invalid')
  if (pathname.startsWith('/.well-known/')) return pathname.split('/').slice(0, 3).join('/')
  return pathname.replace(/^\/(?:(?:as|rs|client|attacker)\/)?[^/]+(?=\/|$)/, '') || '/'
}
