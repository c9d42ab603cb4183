import { OWN_HEADER, STORAGE_LAB_PATH } from '@/lib/oauth/browser-storage'
import { encodeForm } from '@/lib/oauth/form'
import { fetchRequest, settle } from '@/lib/user-agent/browser'
import { labTime } from '../clock'
import { LabRefusal } from '../refusal'
import type { Move } from './move'

/** The application in Alice's browser whose server keeps the token: its cookie goes wherever it is asked for. */
export const WITH_SESSION = `${STORAGE_LAB_PATH}/session-header`

export const STORAGE_LAB_MOVES: Readonly<Record<string, Move>> = {
  /** The page's script signs in: its server takes over Alice's session, and answers a cookie. */
  'bff-sign-in': {
    from: 'browser',
    async prepare({ lab }) {
      const made = lab.exchanges.flatMap(({ secrets }) => secrets)
      const session = made.findLast(({ kind, madeBy }) => kind === 'session_cookie' && madeBy === 'client')?.value
      if (!session || !lab.browser.page) throw new LabRefusal(409, 'Alice has no session at the application yet.')
      return fetchRequest(lab.browser, {
        method: 'POST',
        url: `${lab.origins.client}${WITH_SESSION}/sign-in`,
        headers: [
          ['content-type', 'application/x-www-form-urlencoded'],
          [OWN_HEADER, '1'],
        ],
        body: encodeForm([['session', session]]),
      })
    },
    async settle({ lab, host, recorder }, request, response) {
      const settled = await settle(lab.browser, request, response, { now: labTime(lab, host) })
      recorder.checks.push(...settled.checks)
      recorder.storage.push(...settled.storage)
      lab.browser = { ...lab.browser, cookies: settled.state.cookies }
      return response.status >= 400 ? 'refusal' : 'confirmation'
    },
  },
}
