import type { SecretReport } from '@/lib/oauth/environment'
import { carrierSightings } from './carriers'
import type { Exchange } from './exchange'
import type { MessageKind } from './fields'
import { sightedIn } from './secrets'
import type { Sighting } from './sighting'
import type { PlacesAt, Told } from './story'

/** Every secret as its maker registered it, each once. */
export function registered(told: readonly Told[], known: readonly SecretReport[]): SecretReport[] {
  const made = told.filter(({ kind }) => kind === 'request').flatMap(({ exchange }) => exchange.secrets)
  const byValue = new Map<string, SecretReport>()
  for (const secret of [...known, ...made]) {
    const key = `${secret.kind} ${secret.value}`
    if (!byValue.has(key)) byValue.set(key, secret)
  }
  return [...byValue.values()]
}

/** Every sighting in these messages and places, in the order they happened. */
export function sightingsIn(
  told: readonly Told[],
  places: readonly PlacesAt[],
  known: readonly SecretReport[],
): Sighting[] {
  const secrets = registered(told, known)
  const cast = known.map(({ madeBy, kind, value }): Sighting => {
    return { ...NOTHING, holder: madeBy, kind, value, seq: 0, message: null, by: 'made' }
  })
  return [
    ...cast,
    ...told.flatMap((message) => partySightings(message, secrets)),
    ...carrierSightings(told, places, secrets),
  ]
}

const NOTHING = { derived: false, ways: [], where: null }

/** Whoever sends a message has seen what it carries; so has its receiver, once it was delivered. */
function partySightings(
  { exchange, kind: message, seq, delivered }: Told,
  secrets: readonly SecretReport[],
): Sighting[] {
  const { from, to, channel } = exchange
  const [sender, receiver] = message === 'request' ? [from, to] : [to, from]
  const carried = sightedIn(exchange, message, secrets)
  return [
    ...madeBefore(exchange, message).map(({ madeBy, kind, value }): Sighting => {
      return { ...NOTHING, holder: madeBy, kind, value, seq, message, by: 'made' }
    }),
    ...(delivered ? [sender, receiver] : [sender]).flatMap((holder) =>
      carried.map((secret): Sighting => ({ ...secret, holder, seq, message, by: channel, where: null })),
    ),
  ]
}

/** The sender makes what its request needs before it sends it; everything else is made on the way to the answer. */
function madeBefore(exchange: Exchange, message: MessageKind): SecretReport[] {
  const { secrets, from, response } = exchange
  const requested = sightedIn(exchange, 'request', secrets)
  const inRequest = ({ kind, value }: SecretReport) => requested.some((one) => one.kind === kind && one.value === value)
  const early = (one: SecretReport) => one.madeBy === from && (response === null || inRequest(one))
  return secrets.filter((one) => early(one) === (message === 'request'))
}
