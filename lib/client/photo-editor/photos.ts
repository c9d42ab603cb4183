import type { ClientEnvironment } from '../environment'
import { runMove } from '../halves'
import { seeOther } from '../pages/page'
import { readPhotos } from '../photos'
import { findSession } from '../sessions'
import { otherDrives } from './accounts'
import { APPLICATION } from './application'
import { errorPage, photosPage, waitingPage } from './pages'
import { driveRefused } from './problems'

type Headers = [name: string, value: string][]

/** `GET /photos`: the photos of the user whose browser this is. */
export async function photos(request: Request, env: ClientEnvironment): Promise<Response> {
  const session = await findSession(request, env)
  return session ? showPhotos(session.key, env) : seeOther(`${env.origins.client}/`)
}

/** Shows what the drive answered last; in a browser tab it is asked again first. */
export async function showPhotos(key: string, env: ClientEnvironment, headers: Headers = []): Promise<Response> {
  const tokens = await env.store.get('tokens', key)
  if (tokens && !env.stepped) await callDrive(key, tokens.refresh_token !== null, env)
  const result = await env.store.get('results', key)
  if (result) {
    const answer = result.status === 200 ? readPhotos(result.body) : null
    const name = (await env.store.get('identities', key))?.name ?? null
    const others = answer ? await otherDrives(env, key, answer.owner) : []
    return answer
      ? photosPage({ ...answer, name, others, list: listAddress(tokens?.access_token, env) }, env, headers)
      : errorPage(driveRefused(result.status, result.body), env, headers)
  }
  if (tokens)
    return waitingPage('Photo Editor has its access and is about to ask the drive for your photos.', env, headers)
  const login = await env.store.get('logins', key)
  if (login?.response)
    return waitingPage('Photo Editor is trading your permission for access to the drive.', env, headers)
  return seeOther(`${env.origins.client}/`, headers)
}

/** Where the drive itself shows the list, for an application that puts its token into addresses (RFC 6750, section 2.3). */
function listAddress(token: string | undefined, { policy, origins }: ClientEnvironment): string | null {
  if (policy.presentToken !== 'query' || token === undefined) return null
  return `${origins.resource}/photos?access_token=${encodeURIComponent(token)}`
}

/** With one refresh and one more try where the drive no longer takes the token (RFC 6749, section 1.5). */
async function callDrive(key: string, canRefresh: boolean, env: ClientEnvironment): Promise<void> {
  const who = { application: APPLICATION, session: key }
  const { response } = await runMove(env, 'resource-request', who)
  if (response.status !== 401 || !canRefresh) return
  const { arrival } = await runMove(env, 'refresh-request', who)
  if (arrival === 'tokens') await runMove(env, 'resource-request', who)
}
