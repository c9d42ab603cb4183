import type { ClientEnvironment } from '../environment'
import { runMove } from '../halves'
import { seeOther } from '../pages/page'
import { readPhotos } from '../photos'
import { findSession } from '../sessions'
import type { ClientSession, ClientSignIn } from '../tables'
import { APPLICATION, PATH } from './application'
import { photosPage, problemPage, signInPage, waitingPage } from './pages'

/** `GET /desktop/photos`: the user's photos, or what became of signing in. */
export async function photos(request: Request, env: ClientEnvironment): Promise<Response> {
  const session = await findSession(request, env, APPLICATION)
  if (!session) return seeOther(`${env.origins.client}${PATH}/`)
  const tokens = await env.store.get('tokens', session.key)
  if (tokens) return showPhotos(session, tokens.refresh_token !== null, env)
  const signIn = await env.store.get('sign_ins', session.key)
  return signIn ? showSignIn(signIn, env) : seeOther(`${env.origins.client}${PATH}/`)
}

async function showPhotos({ key }: ClientSession, canRefresh: boolean, env: ClientEnvironment): Promise<Response> {
  if (!env.stepped) await callDrive(key, canRefresh, env)
  const result = await env.store.get('results', key)
  if (!result) return waitingPage('Drive for Desktop is signed in and is about to fetch your photos.', env)
  const answer = result.status === 200 ? readPhotos(result.body) : null
  if (answer) return photosPage(answer, env)
  return problemPage({ sentence: 'The photo drive does not accept this sign-in any more.', quoted: null }, env)
}

/** A wrong password is typed again; anything else the user cannot mend by typing. */
function showSignIn({ username, error, error_description }: ClientSignIn, env: ClientEnvironment): Promise<Response> {
  if (error === null) return waitingPage('Drive for Desktop is signing you in with your password.', env)
  if (error === 'invalid_grant') return signInPage({ username, problem: error_description ?? 'Try again.' }, env)
  const sentence = 'The photo drive does not let this app sign you in. Your password is not the problem.'
  return problemPage({ sentence, quoted: { code: error, description: error_description } }, env)
}

/** With one refresh and one more try where the drive no longer takes the token (RFC 6749, section 1.5). */
async function callDrive(key: string, canRefresh: boolean, env: ClientEnvironment): Promise<void> {
  const who = { application: APPLICATION, session: key }
  const { response } = await runMove(env, 'resource-request', who)
  if (response.status !== 401 || !canRefresh) return
  const { arrival } = await runMove(env, 'refresh-request', who)
  if (arrival === 'tokens') await runMove(env, 'resource-request', who)
}
