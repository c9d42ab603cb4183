import { prove } from '@/lib/oauth/dpop/prove'
import { type HeaderList, header } from '@/lib/oauth/http'
import { p256Key } from '@/lib/oauth/p256'
import { labTime } from '../clock'
import type { Lab } from '../lab'
import { LabRefusal } from '../refusal'
import type { Move, MoveContext } from './move'

/** The thief has a copy of the newest access token, and of no key. */
export const THIEF_MOVES: Readonly<Record<string, Move>> = {
  'stolen-token-as-bearer': theft(async (token) => [['authorization', `Bearer ${token}`]]),
  'stolen-token-with-other-key': theft(async (token, context) => [
    ['authorization', `DPoP ${token}`],
    ['dpop', await proofByAnotherKey(token, context)],
  ]),
}

function theft(present: (token: string, context: MoveContext) => Promise<HeaderList>): Move {
  return {
    from: 'attacker',
    async prepare(context) {
      const made = context.lab.exchanges.flatMap(({ secrets }) => secrets)
      const token = made.findLast(({ kind }) => kind === 'access_token')
      if (!token) throw new LabRefusal(409, 'No access token was issued in this lab yet.')
      const headers: HeaderList = [['accept', 'application/json'], ...(await present(token.value, context))]
      return { method: 'GET', url: photosOf(context.lab), headers, body: null }
    },
    settle: async (_context, _request, response) => (response.status >= 400 ? 'refusal' : 'resource'),
  }
}

const photosOf = (lab: Lab) => `${lab.origins.resource}/photos`

/** A proof with everything in it (RFC 9449, section 4.2), signed with a key that the thief has just made. */
async function proofByAnotherKey(token: string, { lab, host }: MoveContext): Promise<string> {
  const key = await p256Key(lab.random.bytes(32))
  const id = lab.random.bytes(16)
  return prove(
    { method: 'GET', url: photosOf(lab) },
    { key, now: labTime(lab, host), id, token, nonce: nonceSeen(lab) },
  )
}

/** A nonce is no secret: anybody who asks the API gets one. */
function nonceSeen({ exchanges }: Lab): string | null {
  const fromApi = exchanges.filter(({ to, response }) => to === 'resource-server' && response !== null)
  return fromApi.map(({ response }) => response && header(response, 'dpop-nonce')).findLast((nonce) => nonce) ?? null
}
