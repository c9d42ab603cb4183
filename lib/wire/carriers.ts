import type { SecretReport } from '@/lib/oauth/environment'
import { header } from '@/lib/oauth/http'
import { jsonValues, packedInside, urlParameters } from './fields'
import { readableRows } from './place'
import { sightedIn, type Way } from './secrets'
import type { Carrier, Sighting } from './sighting'
import { messageOf, type PlacesAt, type Told } from './story'

/** What the carriers took up, from the messages alone; with places also what the browser keeps for scripts. */
export function carrierSightings(
  told: readonly Told[],
  places: readonly PlacesAt[],
  secrets: readonly SecretReport[],
): Sighting[] {
  return [
    ...pagesShown(told).flatMap((page) => addressSightings(page, secrets)),
    ...told.flatMap((message) => [
      ...requestLine(message, secrets),
      ...referer(message, secrets),
      ...fetched(message, secrets),
    ]),
    ...places.flatMap((moment) => readable(moment, secrets)),
  ]
}

interface PageShown extends Told {
  /** As the address bar shows it, with its fragment. */
  address: string
}

/**
 * The pages the browser came to, each of which is an entry of its history. An address that redirects leaves none; the
 * fragment of a redirect goes along with it, though no server is sent it (RFC 9110, section 10.2.2).
 */
export function pagesShown(told: readonly Told[]): PageShown[] {
  let fragment = ''
  const shown: PageShown[] = []
  for (const message of told) {
    const { exchange, kind } = message
    const { request, response, from, move } = exchange
    // What is sent once more is only read: no window takes its answer in.
    if (kind === 'request' || !response || from !== 'browser' || move === 'send-again' || !navigates(request)) continue
    const location = response.status >= 300 && response.status < 400 ? header(response, 'location') : null
    if (location === null && response.status !== 204) shown.push({ ...message, address: request.url + fragment })
    const own = location?.includes('#') ? location.slice(location.indexOf('#')) : fragment
    fragment = location === null ? '' : own
  }
  return shown
}

function navigates(request: Parameters<typeof header>[0]): boolean {
  const mode = header(request, 'sec-fetch-mode')
  return mode === null || mode === 'navigate'
}

/** The address of a page stands in the history, and any script of the page can read it. */
function addressSightings(page: PageShown, secrets: readonly SecretReport[]): Sighting[] {
  const { address, seq, kind: message, exchange } = page
  const [rest = '', fragment = ''] = address.split(/(?=#)/s)
  const ways: [string, Way][] = [
    [rest, 'url'],
    [fragment, 'fragment'],
  ]
  return ways.flatMap(([part, way]) => {
    const values = new Set(urlParameters(part).flatMap(([, value]) => [value, ...packedInside(value)]))
    const carriers: [Carrier, string][] = [
      ['history', rest.split('?')[0] ?? rest],
      ['page-script', new URL(address).origin],
    ]
    return secrets
      .filter(({ value }) => values.has(value))
      .flatMap((secret) =>
        carriers.map(([holder, where]) =>
          sighting(secret, { holder, seq, message, by: exchange.channel, ways: [way], where }),
        ),
      )
  })
}

/** An ordinary server writes the request line into its log, with the query and without the body. */
function requestLine({ exchange, kind, seq, delivered }: Told, secrets: readonly SecretReport[]): Sighting[] {
  if (kind === 'response' || !delivered) return []
  const { to, channel, request } = exchange
  const line = { request: { ...request, headers: [], body: null }, response: null }
  return sightedIn(line, 'request', secrets)
    .filter(({ derived }) => !derived)
    .map((secret) =>
      sighting(secret, { holder: 'server-log', seq, message: kind, by: channel, ways: secret.ways, where: to }),
    )
}

/** The address somebody comes from goes along to where they go. */
function referer({ exchange, kind, seq, delivered }: Told, secrets: readonly SecretReport[]): Sighting[] {
  if (kind === 'response' || !delivered) return []
  const { to, channel } = exchange
  return sightedIn(exchange, 'request', secrets)
    .filter(({ ways, derived }) => ways.includes('referer') && !derived)
    .map((secret) =>
      sighting(secret, { holder: 'referer', seq, message: kind, by: channel, ways: ['referer'], where: to }),
    )
}

/** What a script sends by `fetch` it has written itself, and it reads the answer (WHATWG Fetch, CORS protocol). */
function fetched({ exchange, kind: message, seq }: Told, secrets: readonly SecretReport[]): Sighting[] {
  const origin = header(exchange.request, 'origin')
  if (header(exchange.request, 'sec-fetch-mode') !== 'cors' || exchange.from !== 'browser') return []
  return sightedIn(exchange, message, secrets)
    .filter(({ ways, derived }) => !derived && !ways.every((way) => way === 'cookie'))
    .map((secret) =>
      sighting(secret, { holder: 'page-script', seq, message, by: exchange.channel, ways: secret.ways, where: origin }),
    )
}

/** What lies where a script of the page can read it. */
function readable({ seq, phase, places }: PlacesAt, secrets: readonly SecretReport[]): Sighting[] {
  return places.flatMap((place) => {
    const values = readableValues([place])
    return secrets
      .filter(({ value }) => values.has(value))
      .map((secret) =>
        sighting(secret, {
          holder: 'page-script',
          seq,
          message: messageOf(phase),
          by: 'kept',
          ways: [],
          where: place.label,
        }),
      )
  })
}

/** Every value that scripts can read in these places, and what is packed inside. */
function readableValues(places: PlacesAt['places']): Set<string> {
  const cells = places.flatMap(readableRows).flatMap((row) => Object.values(row))
  const texts = cells.filter((cell) => typeof cell === 'string')
  return new Set(texts.flatMap((text) => [text, ...jsonValues(text), ...packedInside(text)]))
}

/** What history and page scripts still have, by the browser's places of one moment. */
export function stillThere({ places }: Pick<PlacesAt, 'places'>): Record<'history' | 'page-script', Set<string>> {
  const urls = places.find(({ id }) => id === 'browser.history')?.rows.map(({ url }) => String(url)) ?? []
  const inside = (url: string) => urlParameters(url).flatMap(([, value]) => [value, ...packedInside(value)])
  const open = urls.at(-1)
  return {
    history: new Set(urls.flatMap(inside)),
    'page-script': new Set([...readableValues(places), ...(open ? inside(open) : [])]),
  }
}

function sighting(
  { kind, value }: Pick<SecretReport, 'kind' | 'value'>,
  rest: Omit<Sighting, 'kind' | 'value' | 'derived'>,
): Sighting {
  return { kind, value, derived: false, ...rest }
}
