import type { ClientEnvironment } from '../environment'
import { seeOther } from '../pages/page'
import { registrationOf, serverMetadata } from '../server'
import { findSession } from '../sessions'
import { APPLICATION } from './application'
import { waitingPage } from './pages'

/**
 * `GET /connect`: sends the browser to the authorization server once the request has been pushed, with nothing but its
 * reference (RFC 9126, section 4).
 */
export async function connect(request: Request, env: ClientEnvironment): Promise<Response> {
  const session = await findSession(request, env)
  const push = session && (await env.store.get('pushes', session.key))
  if (!push) return seeOther(`${env.origins.client}/`)
  if (!push.request_uri) return waitingPage('Photo Editor is telling the photo drive what it wants to ask for.', env)
  const location = new URL(serverMetadata(env).authorization_endpoint)
  location.searchParams.set('client_id', registrationOf(env, APPLICATION).clientId)
  location.searchParams.set('request_uri', push.request_uri)
  return seeOther(location.href)
}
