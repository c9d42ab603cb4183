import type { Party } from '@/lib/oauth/parties'
import type { ClientEnvironment } from '../environment'
import type { ClientSession } from '../tables'

/** Which application acts, and for which of its sessions (its key); left out: for its newest one. */
export interface Who {
  application: string
  session?: string
}

/** What the application has in hands after a response. */
export type MoveArrival =
  | 'tokens'
  | 'resource'
  | 'keys'
  | 'claims'
  | 'confirmation'
  | 'nonce-demanded'
  | 'codes'
  | 'pending'
  | 'slow-down'
  | 'denied'
  | 'expired'
  | 'refusal'

/** One request the application's server sends by itself, in two halves. */
export interface ClientMove {
  /** Left out: `client`. */
  from?: Party
  to: Party
  /**
   * The request as it would be sent; nothing is sent.
   *
   * @throws Error with a sentence for the learner when the application has nothing to send yet
   */
  prepare(env: ClientEnvironment, who: Who): Promise<Request>
  /** Milliseconds it would let pass first, of its own accord. Left out: none. */
  patience?(env: ClientEnvironment, who: Who): Promise<number>
  /** Judges the response and keeps what it brought. */
  settle(env: ClientEnvironment, who: Who, request: Request, response: Response): Promise<MoveArrival>
}

/** The session a move is made for. */
export async function sessionOf(env: ClientEnvironment, { application, session }: Who): Promise<ClientSession> {
  const found = session
    ? await env.store.get('sessions', session)
    : (await env.store.find('sessions', { application })).at(-1)
  if (!found) throw new Error('Nobody has a session at the application yet. Open its login page first.')
  return found
}
