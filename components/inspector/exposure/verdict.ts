import { PARTIES } from '@/lib/oauth/parties'
import { SECRET_KINDS, type SecretKind } from '@/lib/oauth/secrets'
import { breachesIn, type Exposure, type ExposureCell, inUrl, readableByScript } from '@/lib/wire/exposure'
import type { PartyNames } from '@/machines/kit/party-names'
import { isCarrier, spokenName } from './holders'

/** Worst first. */
const ORDER: readonly SecretKind[] = [
  'access_token',
  'refresh_token',
  'password',
  'client_secret',
  'authorization_code',
]

/** Facts told of one kind of secret; the table has the others. */
const FACTS = 2

/** The ledger in one or two sentences: what should not be, or who alone has held the access token. */
export function verdictOf(exposure: Exposure, names: PartyNames): string {
  const wrong = breachesIn(exposure)
  if (wrong.length > 0) return breachSentences(exposure, wrong, names)
  const has = (kind: SecretKind) => exposure.secrets.some((secret) => secret.kind === kind)
  if (has('access_token')) return tokenSentence(exposure, names)
  const used = exposure.cells.some(({ sightings: [{ by }] }) => by !== 'made')
  return used ? 'So far every secret is where it belongs.' : 'No secret has gone anywhere yet.'
}

function breachSentences(exposure: Exposure, wrong: readonly ExposureCell[], names: PartyNames): string {
  const kinds = new Set(wrong.map(({ sightings: [{ kind }] }) => kind))
  const sorted = [...ORDER.filter((kind) => kinds.has(kind)), ...[...kinds].filter((kind) => !ORDER.includes(kind))]
  const sentences = sorted.slice(0, 2).map((kind) => {
    const cells = wrong.filter(({ sightings: [first] }) => first.kind === kind)
    const facts = [...new Set(cells.map((cell) => factOf(cell, names)))].slice(0, FACTS)
    const count = inUrl(exposure, kind).length
    if (count > 0 && cells.some(({ holder }) => isCarrier(holder) && holder !== 'page-script')) {
      facts.push(`was in the URL of ${count === 1 ? 'a message' : `${count} messages`}`)
    }
    return `The ${SECRET_KINDS[kind].label} ${listed(facts)}.`
  })
  const more = sorted.length - 2
  if (more > 0)
    sentences.push(`${more === 1 ? 'One more kind of secret is' : `${more} more kinds of secrets are`} out of place.`)
  return sentences.join(' ')
}

function factOf({ holder, mark }: ExposureCell, names: PartyNames): string {
  const gone = mark === 'passed'
  if (holder === 'history') return gone ? 'stood in the browser history' : 'stands in the browser history'
  if (holder === 'page-script')
    return gone ? 'could be read by any script of the page' : 'can be read by any script of the page'
  if (holder === 'referer') return 'was told in a Referer header'
  if (holder === 'server-log') return 'stands in a server’s log'
  if (holder === 'attacker') return 'is in the attacker’s hands'
  return `was seen by ${spokenName(holder, names)}`
}

function tokenSentence(exposure: Exposure, names: PartyNames): string {
  const ids = exposure.secrets.filter(({ kind }) => kind === 'access_token').map(({ id }) => id)
  const holders = PARTIES.filter((party) =>
    exposure.cells.some(({ holder, secret, mark }) => holder === party && ids.includes(secret) && mark === 'holds'),
  )
  const who = listed(holders.map((party) => spokenName(party, names)))
  const readable = readableByScript(exposure, 'access_token')?.mark === 'holds'
  const script = readable ? ' Any script of its page can read it.' : ''
  return `Nobody but ${who} ever held the access token.${script}`
}

function listed(words: readonly string[]): string {
  const [last = '', ...others] = words.toReversed()
  return others.length === 0 ? last : `${others.toReversed().join(', ')} and ${last}`
}
