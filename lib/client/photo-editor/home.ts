import type { ClientEnvironment } from '../environment'
import { findSession } from '../sessions'
import { homePage } from './pages'

/** `GET /`: what the application is for, and the way in. */
export async function home(request: Request, env: ClientEnvironment): Promise<Response> {
  const session = await findSession(request, env)
  const connected = session !== null && (await env.store.get('tokens', session.key)) !== null
  return homePage(connected, env)
}
