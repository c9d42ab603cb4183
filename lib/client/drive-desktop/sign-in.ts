import { parameter, parseForm } from '@/lib/oauth/form'
import type { ClientEnvironment } from '../environment'
import { runMove } from '../halves'
import { seeOther } from '../pages/page'
import { endSession, findSession, startSession } from '../sessions'
import { APPLICATION, PATH } from './application'
import { signInPage } from './pages'

/**
 * `POST /desktop/sign-in`: the application takes the user's password (RFC 6749, section 4.3.1). Where the learner
 * steps, it keeps it until the request to the authorization server is made; in a browser tab that is at once.
 */
export async function signIn(request: Request, env: ClientEnvironment): Promise<Response> {
  const typed = parseForm(await request.text())
  const username = parameter(typed, 'username')
  const password = parameter(typed, 'password')
  if (username === null || password === null) {
    return signInPage({ username: username ?? '', problem: 'Type your username and your password.' }, env)
  }
  const old = await findSession(request, env, APPLICATION)
  if (old) await endSession(old.key, env)
  const { session, cookie } = await startSession(APPLICATION, env, PATH)
  const { key, issued_at, expires_at } = session
  const row = { username, password, error: null, error_description: null, issued_at, expires_at }
  await env.store.insert('sign_ins', { key, ...row })
  if (!env.stepped) await runMove(env, 'password-request', { application: APPLICATION, session: key })
  return seeOther(`${env.origins.client}${PATH}/photos`, [['set-cookie', cookie]])
}
