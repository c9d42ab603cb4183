import { LabRefusal } from '../refusal'
import type { Move } from './move'

/**
 * What somebody can try who holds a token of Alice's: an API that was shown it, another application of hers. The
 * attacker expects nothing and keeps nothing, so what it gets is only read.
 */
export const ATTACKER_MOVES: Readonly<Record<string, Move>> = {
  'access-token-login': {
    from: 'attacker',
    async prepare({ lab }) {
      const made = lab.exchanges.flatMap(({ secrets }) => secrets)
      const token = made.findLast(({ kind }) => kind === 'access_token')
      if (!token) throw new LabRefusal(409, 'No access token was issued in this lab yet.')
      return {
        method: 'POST',
        url: `${lab.origins.client}/login/token`,
        headers: [
          ['accept', 'application/json'],
          ['content-type', 'application/json'],
        ],
        body: JSON.stringify({ id_token: token.value }),
      }
    },
    settle: async (_context, _request, response) => (response.status >= 400 ? 'refusal' : 'confirmation'),
  },
  /** The application's last refresh request, copied byte for byte: its refresh token, and its secret if it has one. */
  'stolen-refresh-request': {
    from: 'attacker',
    async prepare({ lab }) {
      const copied = lab.exchanges.findLast(
        ({ from, move, outcome }) => from === 'client' && move === 'refresh-request' && outcome === 'accepted',
      )
      if (!copied)
        throw new LabRefusal(409, 'The app has not refreshed its tokens yet, so nobody can have copied that.')
      return copied.request
    },
    settle: async (_context, _request, response) => (response.status >= 400 ? 'refusal' : 'tokens'),
  },
}
