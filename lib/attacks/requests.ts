import { encodeForm } from '@/lib/oauth/form'
import type { HttpRequest } from '@/lib/oauth/http'

/** Requests as a program sends them. */

const FORM: [string, string] = ['content-type', 'application/x-www-form-urlencoded']
const JSON_WANTED: [string, string] = ['accept', 'application/json']

/** A POST of a form, as a program sends it. */
export function postForm(
  url: string,
  parameters: Record<string, string> | readonly (readonly [name: string, value: string])[],
  headers: readonly [string, string][] = [],
): HttpRequest {
  const entries = Array.isArray(parameters) ? parameters : Object.entries(parameters)
  return {
    method: 'POST',
    url,
    headers: [JSON_WANTED, FORM, ...headers],
    body: encodeForm([...entries] as [string, string][]),
  }
}

/** A GET of the API with a token, as a program sends it (RFC 6750, section 2.1). */
export function getWithToken(url: string, token: string): HttpRequest {
  return { method: 'GET', url, headers: [JSON_WANTED, ['authorization', `Bearer ${token}`]], body: null }
}

/** `Authorization: Basic` of a client (RFC 6749, section 2.3.1). */
export function basic({ client_id, client_secret }: { client_id: string; client_secret: string }): [string, string] {
  return ['authorization', `Basic ${btoa(`${encodeURIComponent(client_id)}:${encodeURIComponent(client_secret)}`)}`]
}

/** Where a script's step goes to the token endpoint, sent by Mallory's tool. */
export const toTokenEndpoint = {
  from: 'attacker',
  to: 'authorization-server',
  channel: 'back',
  line: 'POST /token',
} as const

/** Where a script in Alice's browser sends something to Mallory's site. */
export const toCollector = { from: 'browser', to: 'attacker', channel: 'front', line: 'POST /collect' } as const
