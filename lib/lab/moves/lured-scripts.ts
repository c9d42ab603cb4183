import { authorizeUrl } from '@/lib/attacks/authorize-url'
import type { HttpRequest } from '@/lib/oauth/http'
import { fetchRequest, openPage, scriptCookies, settle } from '@/lib/user-agent/browser'
import { toolsOf } from '../attacker/tools'
import { labTime } from '../clock'
import { LabRefusal } from '../refusal'
import { collected } from './collected'
import type { Move, MoveContext } from './move'

/** What Mallory's script does once it runs in a page of the application (RFC 10017, section 5.1). */
export const SCRIPT_MOVES: Readonly<Record<string, Move>> = {
  /** It sends home everything that the page's own script can read. */
  'xss-beacon': collected((context) => JSON.stringify(readable(context))),

  /** It asks for a fresh code in a hidden frame, with a challenge of Mallory's: the page stays as it is. */
  'xss-silent-flow': {
    from: 'browser',
    async prepare({ lab, host }) {
      const url = await authorizeUrl(toolsOf(lab, host), 'photo-gallery', { prompt: 'none' })
      return openPage(lab.browser, url, { now: labTime(lab, host) })
    },
    async settle({ lab, host, recorder }, request, response) {
      const { origin } = new URL(lab.origins.client)
      const now = labTime(lab, host)
      const settled = await settle(lab.browser, request, response, { now, embedder: origin })
      recorder.checks.push(...settled.checks)
      // The frame's cookies are the browser's; what it shows is nobody's window.
      lab.browser = { ...lab.browser, cookies: settled.state.cookies }
      lab.attacker = { ...lab.attacker, loot: settled.state.pending?.location ?? null }
      const location = settled.state.pending?.location
      return location && !/[?&]error=/.test(location) ? 'redirect-to-client' : 'refusal'
    },
  },

  /** It asks the API as the page itself would, with the page's own token. */
  'xss-calls-api': inThePage((context) => {
    const { lab } = context
    const token = tokenIn(lab, JSON.stringify(readable(context)))
    if (!token) throw new LabRefusal(409, 'The page holds no token that its script could use.')
    const headers: [string, string][] = [
      ['accept', 'application/json'],
      ['authorization', `Bearer ${token}`],
    ]
    return fetchRequest(lab.browser, { method: 'GET', url: `${lab.origins.resource}/photos`, headers, body: null })
  }),

  /** It opens a page of the application in the background; the browser adds the session cookie by itself. */
  'xss-calls-app': inThePage(({ lab, host, input }) =>
    openPage(lab.browser, `${lab.origins.client}${String(input.path ?? '/photos')}`, { now: labTime(lab, host) }),
  ),

  /** It sends home what it has got. */
  'xss-sends-loot': collected(({ lab }) => lab.attacker.loot ?? ''),
}

/** A request whose answer goes to Mallory's script, and not to the page. */
function inThePage(build: (context: MoveContext) => HttpRequest | Promise<HttpRequest>): Move {
  return {
    from: 'browser',
    async prepare(context) {
      if (!context.lab.browser.page) throw new LabRefusal(409, 'No page is open in which a script could run.')
      return build(context)
    },
    async settle({ lab }, _request, response) {
      lab.attacker = { ...lab.attacker, loot: response.body }
      return response.status >= 400 ? 'refusal' : 'resource'
    },
  }
}

/** What a script of the open page can read: storages of its origin, the page's variables, cookies without HttpOnly. */
function readable({ lab, host }: Pick<MoveContext, 'lab' | 'host'>) {
  const { page, localStorage, sessionStorage } = lab.browser
  const origin = page ? new URL(page.url).origin : ''
  return {
    localStorage: localStorage[origin] ?? {},
    sessionStorage: sessionStorage[origin] ?? {},
    variables: page?.variables ?? {},
    cookies: scriptCookies(lab.browser, { now: labTime(lab, host) }),
  }
}

/** The newest access token that stands in the text. */
function tokenIn({ exchanges }: MoveContext['lab'], text: string): string | null {
  const tokens = exchanges.flatMap(({ secrets }) => secrets).filter(({ kind }) => kind === 'access_token')
  return tokens.findLast(({ value }) => text.includes(value))?.value ?? null
}
