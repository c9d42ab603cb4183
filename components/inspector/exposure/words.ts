import type { Mark } from '@/lib/wire/exposure'
import type { Way } from '@/lib/wire/secrets'
import type { Holder, Sighting } from '@/lib/wire/sighting'
import type { PartyNames } from '@/machines/kit/party-names'

const WAY_WORDS: Readonly<Record<Way, string>> = {
  url: 'in the URL',
  fragment: 'in the fragment of the URL',
  form: 'in a form',
  json: 'in JSON',
  page: 'in the page',
  cookie: 'in a cookie',
  referer: 'in Referer',
  basic: 'in Basic authentication',
  token: 'in the Authorization header',
  jwt: 'in the claims of a JWT',
  header: 'in a header',
}

const PARTY_MARKS: Readonly<Record<Mark, string>> = {
  holds: 'holds it',
  passed: 'handed it on',
  derived: 'has a hash of it',
}

const CARRIER_MARKS: Readonly<Partial<Record<Holder, Readonly<Record<Mark, string>>>>> = {
  history: { holds: 'keeps it', passed: 'kept it, gone now', derived: 'keeps a hash of it' },
  referer: { holds: 'told it', passed: 'told it', derived: 'told a hash of it' },
  'server-log': { holds: 'keeps it', passed: 'keeps it', derived: 'keeps a hash of it' },
  'page-script': { holds: 'can read it', passed: 'could read it, gone now', derived: 'can read a hash of it' },
}

/** `holds it`, `handed it on`, `can read it`. */
export function markWords(holder: Holder, mark: Mark): string {
  return (CARRIER_MARKS[holder] ?? PARTY_MARKS)[mark]
}

/** `since step 6, front channel, in the URL`; `made it at step 2`; `from the start`. */
export function sinceWords(sighting: Sighting, step: number | null, names: PartyNames): string {
  const { by, seq, message, ways, holder, where } = sighting
  const when =
    step === null ? (seq === 0 && message === null ? 'from the start' : `since message ${seq}`) : `since step ${step}`
  if (by === 'made') return step === null ? when : `made it at step ${step}`
  if (by === 'kept') return `${when}, in ${where}`
  const how = ways.map((way) => WAY_WORDS[way]).join(' and ')
  return [when, `${by} channel`, how, placeWords(holder, where, names)].filter(Boolean).join(', ')
}

/** Of a carrier, where: the server that wrote it down or was told, or the page. */
function placeWords(holder: Holder, where: string | null, names: PartyNames): string {
  if (where === null) return ''
  const party = Object.entries(names).find(([id]) => id === where)?.[1].name
  if (holder === 'server-log') return `at ${party ?? where}`
  if (holder === 'referer') return `to ${party ?? where}`
  return `at ${where.replace(/^https?:\/\//, '')}`
}
