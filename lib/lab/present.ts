import { encodeForm, encodeFormValue } from '@/lib/oauth/form'
import type { HttpRequest } from '@/lib/oauth/http'
import type { Party } from '@/lib/oauth/parties'
import type { Exchange } from '@/lib/wire/exchange'
import { DRIVE_CLIENT_ID } from './cast'
import type { Host, Lab } from './lab'
import { withCopy } from './throwaway-copy'

/** Where a token is shown, and what for: two calls of the API, the server's introspection, and its published keys. */
export const SHOWN_TO = ['photos', 'usage', 'introspection', 'keys'] as const
export type ShownTo = (typeof SHOWN_TO)[number]

/** Answer of `POST /api/labs/{lab}/present`. */
export interface Presented {
  exchange: Exchange
  /** What its receiver asked others meanwhile. */
  inner: Exchange[]
}

/**
 * Presents a token to the lab's real servers, on a throwaway copy: the learner's lab records nothing.
 *
 * @param strict whether the API validates JWTs in full there; null leaves the lab's own policy
 */
export function presentToken(
  lab: Lab,
  host: Host,
  { token, to, strict }: { token: string; to: ShownTo; strict: boolean | null },
): Promise<Presented> {
  const { from, request } = showing(token, to, lab)
  const changes = strict === null ? {} : { strictJwt: strict }
  return withCopy(lab, host, (copy) => copy.send(from, request), changes)
}

function showing(token: string, to: ShownTo, { origins, driveSecret }: Lab): { from: Party; request: HttpRequest } {
  const get = (url: string, headers: HttpRequest['headers'] = []): HttpRequest => {
    return { method: 'GET', url, headers: [['accept', 'application/json'], ...headers], body: null }
  }
  if (to === 'keys') return { from: 'resource-server', request: get(`${origins.issuer}/jwks`) }
  if (to !== 'introspection') {
    return { from: 'client', request: get(`${origins.resource}/${to}`, [['authorization', `Bearer ${token}`]]) }
  }
  const credentials = btoa(`${encodeFormValue(DRIVE_CLIENT_ID)}:${encodeFormValue(driveSecret)}`)
  const request: HttpRequest = {
    method: 'POST',
    url: `${origins.issuer}/introspect`,
    headers: [
      ['accept', 'application/json'],
      ['authorization', `Basic ${credentials}`],
      ['content-type', 'application/x-www-form-urlencoded'],
    ],
    body: encodeForm([['token', token]]),
  }
  return { from: 'resource-server', request }
}
