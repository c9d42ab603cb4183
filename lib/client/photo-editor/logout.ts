import type { ClientEnvironment } from '../environment'
import { runMove } from '../halves'
import { seeOther } from '../pages/page'
import { endSession, findSession, removalCookie } from '../sessions'
import { APPLICATION } from './application'

/**
 * `POST /logout`: gives the access back and forgets the session. The cookie is SameSite=Lax, so another site's form
 * finds no session here to end.
 */
export async function logout(request: Request, env: ClientEnvironment): Promise<Response> {
  const session = await findSession(request, env)
  if (session) {
    const tokens = await env.store.get('tokens', session.key)
    if (tokens && !env.stepped) {
      await runMove(env, 'revocation-request', { application: APPLICATION, session: session.key })
    }
    await endSession(session.key, env)
  }
  return seeOther(`${env.origins.client}/`, [['set-cookie', removalCookie(env)]])
}
