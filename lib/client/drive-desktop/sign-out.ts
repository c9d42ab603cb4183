import type { ClientEnvironment } from '../environment'
import { runMove } from '../halves'
import { seeOther } from '../pages/page'
import { endSession, findSession, removalCookie } from '../sessions'
import { APPLICATION, PATH } from './application'

/** `POST /desktop/sign-out`: gives the access back and forgets the session. */
export async function signOut(request: Request, env: ClientEnvironment): Promise<Response> {
  const session = await findSession(request, env, APPLICATION)
  if (session) {
    const tokens = await env.store.get('tokens', session.key)
    if (tokens && !env.stepped) {
      await runMove(env, 'revocation-request', { application: APPLICATION, session: session.key })
    }
    await endSession(session.key, env)
  }
  return seeOther(`${env.origins.client}${PATH}/`, [['set-cookie', removalCookie(env, PATH)]])
}
