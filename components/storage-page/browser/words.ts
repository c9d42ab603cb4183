import { callsApiItself, STORAGE_CHOICES, type StorageChoice } from '@/lib/oauth/browser-storage'
import type { CitationId } from '@/lib/oauth/citations'
import type { StorageFindings } from '@/lib/wire/storage-evidence'

/**
 * - `breach`: the attacker got what she wanted
 * - `risky`: it went along, and what that leads to stands in another column
 * - `held`: she got nothing
 * - `plain`: a property, neither good nor bad
 */
export type Tone = 'breach' | 'risky' | 'held' | 'plain'

export interface Cell {
  tone: Tone
  word: string
  /** What was obtained, or what stood in the way. */
  detail: string
}

export interface Column {
  title: string
  cites: readonly CitationId[]
  cell(findings: StorageFindings, choice: StorageChoice): Cell
}

const WAYS = { form: 'form', link: 'link', image: 'picture' } as const
type ForgedWay = keyof typeof WAYS
const FORGED = Object.keys(WAYS) as ForgedWay[]

export const COLUMNS: readonly Column[] = [
  {
    title: 'Survives a reload',
    cites: ['rfc10017-8'],
    cell: ({ survivesReload, photos }) =>
      survivesReload
        ? { tone: 'plain', word: 'yes', detail: `${photos} photos again` }
        : { tone: 'plain', word: 'no', detail: 'she signs in again' },
  },
  {
    title: 'Injected script reads the token',
    cites: ['rfc10017-5.1.1'],
    cell: ({ read }) =>
      read
        ? { tone: 'breach', word: 'read', detail: `${read.value} from ${read.from}` }
        : { tone: 'held', word: 'not read', detail: 'no token within its reach' },
  },
  {
    title: 'Attacker uses it elsewhere',
    cites: ['rfc10017-5.2.2'],
    cell: ({ offDevice, read }) => {
      if (offDevice) return { tone: 'breach', word: 'used', detail: `${offDevice.photos} photos of Alice’s` }
      return { tone: 'held', word: 'not used', detail: read ? 'the drive refused it' : 'she has no token' }
    },
  },
  {
    title: 'Script acts as Alice in her page',
    cites: ['rfc10017-5.1.4'],
    cell: ({ acted }) => {
      if (acted?.landed) return { tone: 'breach', word: 'acted', detail: `added a photo (${acted.status})` }
      return { tone: 'held', word: 'did not', detail: acted ? `answered ${acted.status}` : 'no request to copy' }
    },
  },
  {
    title: 'Cookie goes with the attacker’s form',
    cites: ['rfc10017-8.1', 'rfc10017-6.1.3.2'],
    cell: ({ forged }, choice) => {
      if (callsApiItself(choice)) return { tone: 'held', word: 'nothing goes', detail: 'there is no cookie' }
      const sent = FORGED.filter((way) => forged[way].withCookie)
      if (sent.length > 0) return { tone: 'risky', word: 'sent', detail: `with ${named(sent)}` }
      return { tone: 'held', word: 'not sent', detail: `with ${named(FORGED)}` }
    },
  },
  {
    title: 'Form writes into her drive',
    cites: ['rfc10017-6.1.3.3'],
    cell: ({ forged }, choice) => {
      const landed = FORGED.filter((way) => forged[way].landed)
      const statuses = [...new Set(FORGED.filter((way) => !forged[way].landed).map((way) => forged[way].status))]
      const refused = statuses.map((status) => refusal(status, choice)).join(', ')
      if (landed.length === 0) return { tone: 'held', word: 'refused', detail: refused }
      return { tone: 'breach', word: 'wrote', detail: `by ${named(landed)}` }
    },
  },
]

function refusal(status: number, choice: StorageChoice): string {
  if (status === 401) return callsApiItself(choice) ? '401, no token with it' : '401, no cookie with it'
  return status === 403 ? '403, header missing' : `answered ${status}`
}

/** What all of it comes to, in sentences that only say what was found. */
export function verdict(all: readonly StorageFindings[], crossSite: boolean): string[] {
  const read = all.filter((one) => one.read)
  const used = all.filter(({ offDevice }) => offDevice)
  const acted = all.filter((one) => one.acted?.landed)
  const wrote = all.filter(writtenByForm)
  const best = all.filter((one) => !one.read && !writtenByForm(one))
  return [
    read.length === 0
      ? 'The injected script read no token.'
      : `The injected script read the token ${of(read, all)}: ${names(read)}. ${
          used.length === read.length
            ? 'Each of them opened Alice’s photos from the attacker’s own server.'
            : `From the attacker’s own server ${used.length} of them opened Alice’s photos.`
        }`,
    `It acted as Alice ${of(acted, all)} while her page was open${
      acted.length === all.length ? ': no place for the token prevents that, only keeping the script out does.' : '.'
    }`,
    wrote.length === 0
      ? `No form, link or picture on the attacker’s page${siteOf(crossSite)} wrote anything.`
      : `A form, link or picture on the attacker’s page${siteOf(crossSite)} wrote into Alice’s drive ${of(wrote, all)}: ${names(wrote)}.`,
    best.length === 0
      ? 'No choice kept both the token and the drive safe.'
      : `Neither the token nor a forged write was to be had with: ${names(best)}.`,
  ]
}

const writtenByForm = ({ forged }: StorageFindings) => FORGED.some((way) => forged[way].landed)
const siteOf = (crossSite: boolean) => (crossSite ? ', another site,' : ', here of the same site,')
const of = (some: readonly unknown[], all: readonly unknown[]) =>
  some.length === all.length ? `with all ${all.length}` : `with ${some.length} of ${all.length}`
const names = (some: readonly StorageFindings[]) =>
  some.map(({ choice }) => STORAGE_CHOICES.find(({ id }) => id === choice)?.name ?? choice).join('; ')

/** A cookie that says nothing about SameSite, and went with a form of another site all the same. */
export function laxByDefaultLeaked(all: readonly StorageFindings[], crossSite: boolean): boolean {
  const silent = STORAGE_CHOICES.filter(({ keeps, attributes }: StorageChoice) => {
    return keeps === 'cookie' && !attributes.some((attribute) => attribute.startsWith('SameSite'))
  })
  return crossSite && all.some(({ choice, forged }) => silent.some(({ id }) => id === choice) && forged.form.withCookie)
}

/** Even a cookie for all sites stayed behind where the request was no page of its own. */
export function thirdPartyKept(all: readonly StorageFindings[], crossSite: boolean): boolean {
  const forAll = STORAGE_CHOICES.filter(({ attributes }: StorageChoice) => attributes.includes('SameSite=None'))
  const sent = all.filter(({ choice, forged }) => forAll.some(({ id }) => id === choice) && forged.form.withCookie)
  return crossSite && sent.length > 0 && sent.every(({ forged }) => !forged.image.withCookie)
}

function named(ways: readonly ForgedWay[]): string {
  const words = ways.map((way) => WAYS[way])
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}
