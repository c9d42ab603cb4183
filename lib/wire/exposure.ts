import type { SecretReport } from '@/lib/oauth/environment'
import { header } from '@/lib/oauth/http'
import { PARTIES, type Party } from '@/lib/oauth/parties'
import { SECRET_KINDS, type SecretKind } from '@/lib/oauth/secrets'
import { stillThere } from './carriers'
import type { Exchange } from './exchange'
import { type Breach, isMeantForBrowser, shouldNotHave } from './should-not'
import type { Holder, Sighting } from './sighting'
import { registered, sightingsIn } from './sightings'
import { END, messagesUntil, type PlacesAt, type Point, placesUntil, type Told } from './story'

/** A column of the ledger. */
export interface ExposedSecret {
  /** Unique in the ledger: `access_token 2`. */
  id: string
  kind: SecretKind
  value: string
  /** `access token`; from the second one on `access token #2`. */
  name: string
  madeBy: Party
  /** Possession alone gives something. */
  power: boolean
}

/**
 * - `holds`: in full, and to use it; of a history or a page: it is still there
 * - `passed`: in full, on the way to somebody else; of a history or a page: it was there
 * - `derived`: only a hash of it
 */
export type Mark = 'holds' | 'passed' | 'derived'

/** What one party or carrier has of one secret. A pair without a cell: never. */
export interface ExposureCell {
  holder: Holder
  /** `id` of the secret. */
  secret: string
  mark: Mark
  /** Every time, oldest first; the first one with the whole secret stands first. Never empty. */
  sightings: [Sighting, ...Sighting[]]
  /** Why it should not be so; null when all is well. */
  breach: Breach | null
}

/** Who and what has had which secret, as of a point of a run. Plain JSON. */
export interface Exposure {
  /** The powerful ones first, then in the order they were made. */
  secrets: ExposedSecret[]
  cells: ExposureCell[]
  /** The application is a script in the browser's page, as far as the messages tell. */
  browserApp: boolean
}

/**
 * The ledger, computed from what was recorded and nothing else.
 *
 * @param exchanges in the order of their numbers; one that still lies on the wire has no response
 * @param known secrets made before the first exchange, such as passwords and client secrets
 * @param upTo the end of the story; left out, everything recorded
 * @param places what was stored where at each moment; left out, the ledger says less of storages, and does not know
 *   what a history or a page has forgotten since
 */
export function exposureOf(
  exchanges: readonly Exchange[],
  known: readonly SecretReport[],
  upTo: Point = END,
  places: readonly PlacesAt[] = [],
): Exposure {
  const told = messagesUntil(exchanges, upTo)
  const moments = placesUntil(places, told, upTo)
  const sightings = inOrder(sightingsIn(told, moments, known), told)
  const browserApp = told.some(isScriptAtWork)
  const secrets = columns(sightings, registered(told, known))
  const now = moments.at(-1)
  const kept = now ? stillThere(now) : null
  const cells = secrets.flatMap((secret) => {
    const seen = sightings.filter(({ kind, value }) => kind === secret.kind && value === secret.value)
    return [...new Set(seen.map(({ holder }) => holder))].flatMap((holder) => {
      const all = seen.filter((one) => one.holder === holder)
      const [first, ...rest] = [...all.filter(({ derived }) => !derived), ...all.filter(({ derived }) => derived)]
      return first ? [cellOf(secret, [first, ...rest], { browserApp, kept })] : []
    })
  })
  return { secrets, cells, browserApp }
}

interface Circumstances {
  browserApp: boolean
  kept: ReturnType<typeof stillThere> | null
}

function cellOf(
  secret: ExposedSecret,
  sightings: ExposureCell['sightings'],
  { browserApp, kept }: Circumstances,
): ExposureCell {
  const [{ holder, derived }] = sightings
  const { id, kind, madeBy } = secret
  const mark = derived ? 'derived' : isPassing(holder, secret, { browserApp, kept }) ? 'passed' : 'holds'
  return {
    holder,
    secret: id,
    mark,
    sightings,
    breach: derived ? null : shouldNotHave({ holder, kind, madeBy, browserApp }),
  }
}

/** On its way to somebody else, or gone again. */
function isPassing(
  holder: Holder,
  { kind, value, madeBy }: ExposedSecret,
  { browserApp, kept }: Circumstances,
): boolean {
  if (holder === 'browser') return madeBy !== 'browser' && !isMeantForBrowser(kind, browserApp)
  if (holder === 'history' || holder === 'page-script') return kept !== null && !kept[holder].has(value)
  return holder === 'referer'
}

/** In the order of the story; what was there before the first message stands first, what a place kept comes once. */
function inOrder(sightings: readonly Sighting[], told: readonly Told[]): Sighting[] {
  const order = new Map(told.map(({ seq, kind }, index) => [`${seq} ${kind}`, index]))
  const at = ({ seq, message }: Sighting) => (message === null ? -1 : (order.get(`${seq} ${message}`) ?? told.length))
  const kept = new Set<string>()
  return sightings
    .toSorted((one, other) => at(one) - at(other))
    .filter(({ by, holder, kind, value, where }) => {
      const key = [holder, kind, value, where].join(' ')
      const again = by === 'kept' && kept.has(key)
      kept.add(by === 'kept' ? key : '')
      return !again
    })
}

/** One column a secret, numbered within its kind by when it first went anywhere. */
function columns(sightings: readonly Sighting[], reports: readonly SecretReport[]): ExposedSecret[] {
  const isUsed = ({ by, message }: Sighting) => by !== 'made' || message !== null
  const found = new Map<string, ExposedSecret>()
  const count = new Map<SecretKind, number>()
  for (const { kind, value } of [...sightings.filter(isUsed), ...sightings]) {
    const report = reports.find((one) => one.kind === kind && one.value === value)
    if (!report || found.has(`${kind} ${value}`)) continue
    const number = (count.get(kind) ?? 0) + 1
    count.set(kind, number)
    const { label, power } = SECRET_KINDS[kind]
    const name = number === 1 ? label : `${label} #${number}`
    found.set(`${kind} ${value}`, { id: `${kind} ${number}`, kind, value, name, madeBy: report.madeBy, power })
  }
  return [...found.values()].toSorted((one, other) => Number(other.power) - Number(one.power))
}

/** The browser loads a script of the application, or a script sends something: then the application is in the page. */
function isScriptAtWork({ exchange: { from, to, request } }: Told): boolean {
  if (from !== 'browser') return false
  const loads = to === 'client' && header(request, 'sec-fetch-dest') === 'script'
  return loads || header(request, 'sec-fetch-mode') === 'cors'
}

/** The cell of a party or carrier that has had a secret of this kind in full; the first one made comes first. */
export function seenBy({ secrets, cells }: Exposure, holder: Holder, kind: SecretKind): ExposureCell | null {
  const ids = secrets.filter((secret) => secret.kind === kind).map(({ id }) => id)
  return cells.find((cell) => cell.holder === holder && cell.mark !== 'derived' && ids.includes(cell.secret)) ?? null
}

/** Whether any script of a page's origin has been able to read a secret of this kind, and since when. */
export function readableByScript(exposure: Exposure, kind: SecretKind): ExposureCell | null {
  return seenBy(exposure, 'page-script', kind)
}

/** The messages in whose address a secret of this kind stood: their own, or the one a redirect leads to. */
export function inUrl({ secrets, cells }: Exposure, kind: SecretKind): Point[] {
  const ids = secrets.filter((secret) => secret.kind === kind).map(({ id }) => id)
  const found = new Map<string, Point>()
  const ofParties = cells.filter(({ secret, holder }) => ids.includes(secret) && PARTIES.some((one) => one === holder))
  for (const { sightings } of ofParties) {
    for (const { seq, message, ways, derived } of sightings) {
      const stands = ways.some((way) => way === 'url' || way === 'fragment')
      if (stands && message && !derived) found.set(`${seq} ${message}`, { seq, kind: message })
    }
  }
  return [...found.values()]
}

/** Every cell that should not be. */
export function breachesIn({ cells }: Exposure): ExposureCell[] {
  return cells.filter(({ breach }) => breach !== null)
}
