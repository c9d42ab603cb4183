import type { ClientEnvironment } from '../environment'
import { runMove } from '../halves'
import { seeOther } from '../pages/page'
import { endSession, findSession, startSession } from '../sessions'
import { APPLICATION, PATH } from './application'
import { problemPage } from './pages'

/** `POST /tv/start`: asks for new codes and shows them. The cookie stands for the device this screen belongs to. */
export async function start(request: Request, env: ClientEnvironment): Promise<Response> {
  const old = await findSession(request, env, APPLICATION)
  if (old) await endSession(old.key, env)
  const { session, cookie } = await startSession(APPLICATION, env, PATH)
  const who = { application: APPLICATION, session: session.key }
  const { arrival } = await runMove(env, 'device-authorization-request', who)
  if (arrival !== 'codes') return problemPage('refused', env)
  return seeOther(`${env.origins.client}${PATH}/`, [['set-cookie', cookie]])
}
