import { PLANTED, type StorageChoice, type Way } from '@/lib/oauth/browser-storage'
import { parameter, parseForm } from '@/lib/oauth/form'
import { header } from '@/lib/oauth/http'
import { shorten } from '@/lib/oauth/shorten'
import type { Exchange } from './exchange'

/** What the attacks obtained from one choice: nothing of it is known beforehand, all of it stands on the lab's record. */
export interface StorageFindings {
  choice: string
  /** Photos the application itself showed when its user had signed in. */
  photos: number
  survivesReload: boolean
  /** A live token that the injected script held in its hands; `value` is shortened. */
  read: { value: string; from: 'sessionStorage' | 'localStorage' | 'a cookie' | 'a request of the page' } | null
  /** Photos of the user that the attacker's server got with it, from elsewhere. */
  offDevice: { photos: number } | null
  /** What the script had the page write. Null: the page sent nothing that it could have copied. */
  acted: Write | null
  /** What became of each request that the attacker's page had the browser send. */
  forged: Record<Exclude<Way, 'script'>, Write & { withCookie: boolean }>
}

export interface Write {
  /** Of the answer; 0 where there was none. */
  status: number
  /** Is the photo in the user's drive? */
  landed: boolean
}

interface Loot {
  sessionStorage: string[]
  localStorage: string[]
  cookies: string[]
  authorization: string | null
  written: { title: string; status: number } | null
}

/**
 * @param exchanges everything recorded while the choice was probed; the application asked for the photos last
 * @throws Error when something that every probe does is not on the record
 */
export function storageFindings(
  choice: Pick<StorageChoice, 'id'>,
  exchanges: readonly Exchange[],
  seen: Pick<StorageFindings, 'photos' | 'survivesReload'>,
): StorageFindings {
  const report = reportOf(exchanges)
  if (!report) throw new Error('The injected script has not reported.')
  const loot: Loot = JSON.parse(report.request.body ?? '')
  const titles = titlesOf(exchanges)
  const landed = (title: string) => titles.includes(title)
  const forged = (way: Exclude<Way, 'script'>) => {
    const found = forgedRequest(exchanges, way)
    if (!found) throw new Error(`The request is missing that the attacker's page sends: ${way}.`)
    const withCookie = /(^|; )(access_token|client_session)=/.test(header(found.exchange.request, 'cookie') ?? '')
    return { withCookie, status: found.exchange.response?.status ?? 0, landed: landed(found.title) }
  }
  const token = tokenRead(loot, exchanges)
  return {
    choice: choice.id,
    ...seen,
    read: token && { value: shorten(token.value), from: token.from },
    offDevice: token && usedElsewhere(token.value, report, exchanges),
    acted: loot.written && { status: loot.written.status, landed: landed(loot.written.title) },
    forged: { form: forged('form'), link: forged('link'), image: forged('image') },
  }
}

/** The script's message home; null while it has not come. */
export function reportOf(exchanges: readonly Exchange[]): Exchange | null {
  return (
    exchanges.find(({ to, request }) => to === 'attacker' && new URL(request.url).pathname.endsWith('/loot')) ?? null
  )
}

/** A request of the browser whose photo has the title that attacks of this way give; null while none was recorded. */
export function forgedRequest(
  exchanges: readonly Exchange[],
  way: Exclude<Way, 'script'>,
): { exchange: Exchange; title: string } | null {
  for (const exchange of exchanges) {
    const title = exchange.parent === null ? titleIn(exchange) : null
    if (title?.startsWith(PLANTED[way])) return { exchange, title }
  }
  return null
}

function titleIn({ request }: Exchange): string | null {
  const inBody = request.method === 'POST' ? parameter(parseForm(request.body ?? ''), 'title') : null
  return inBody ?? new URL(request.url).searchParams.get('title')
}

/** Only what the authorization server has issued is a token. */
function tokenRead(loot: Loot, exchanges: readonly Exchange[]): StorageFindings['read'] {
  const secrets = exchanges.flatMap((exchange) => exchange.secrets)
  const issued = secrets.filter(({ kind }) => kind === 'access_token').map(({ value }) => value)
  const places = [
    ['sessionStorage', loot.sessionStorage],
    ['localStorage', loot.localStorage],
    ['a cookie', loot.cookies],
    ['a request of the page', [loot.authorization?.replace(/^Bearer /, '') ?? '']],
  ] as const
  for (const [from, values] of places) {
    const value = values.find((one) => issued.includes(one))
    if (value !== undefined) return { value, from }
  }
  return null
}

/** The attacker's own calls of the API count only when they were answered with the user's photos. */
function usedElsewhere(token: string, report: Exchange, exchanges: readonly Exchange[]): StorageFindings['offDevice'] {
  const calls = exchanges.filter(
    ({ parent, to, request }) =>
      parent === report.seq && to === 'resource-server' && header(request, 'authorization') === `Bearer ${token}`,
  )
  const lists = calls.flatMap(({ response }) => (response?.status === 200 ? [listIn(response.body)] : []))
  const list = lists.find((one) => one?.owner === 'alice')
  return list ? { photos: list.photos.length } : null
}

/** The user's photos as the drive last listed them for the application. */
function titlesOf(exchanges: readonly Exchange[]): string[] {
  const answered = exchanges.findLast(
    ({ from, to, request, response }) =>
      from !== 'attacker' && to === 'resource-server' && request.method === 'GET' && response?.status === 200,
  )
  return listIn(answered?.response?.body ?? null)?.photos.map(({ title }) => title) ?? []
}

function listIn(body: string | null): { owner: string; photos: { title: string }[] } | null {
  try {
    const { owner, photos } = Object(JSON.parse(body ?? ''))
    return typeof owner === 'string' && Array.isArray(photos) ? { owner, photos } : null
  } catch {
    return null
  }
}
