import { parseForm } from '@/lib/oauth/form'
import type { ClientEnvironment } from '../environment'
import { seeOther } from '../pages/page'
import { findSession } from '../sessions'
import { membershipOf } from './accounts'
import { loginUnderWay, takeAnswer } from './callback'
import { beginAuthorization, newLogin } from './login'

const linkCallbackUrl = ({ origins }: ClientEnvironment): string => `${origins.client}/link/callback`

/** `GET /link`: begins an authorization whose outcome is one more drive in the account of this session. */
export async function link(request: Request, env: ClientEnvironment): Promise<Response> {
  const session = await findSession(request, env)
  if (!session || !(await membershipOf(env, session.key))) return seeOther(`${env.origins.client}/`)
  for (const table of ['pushes', 'logins'] as const) await env.store.remove(table, session.key)
  return beginAuthorization(session, { redirectUri: linkCallbackUrl(env), return_to: null }, env)
}

/**
 * `GET /link/callback`: takes in the answer, and links the drive it is about to the account of this browser's session.
 * An application that does not check state takes any answer, whoever asked for it.
 */
export async function linkCallback(request: Request, env: ClientEnvironment): Promise<Response> {
  const session = await findSession(request, env)
  if (!session || !(await membershipOf(env, session.key))) return seeOther(`${env.origins.client}/`)
  const redirect_uri = linkCallbackUrl(env)
  return takeAnswer(
    {
      parameters: parseForm(new URL(request.url).search.slice(1)),
      under: await loginUnderWay(request, env),
      async unasked() {
        const login = { ...newLogin(session.key, env), redirect_uri }
        await env.store.remove('logins', session.key)
        await env.store.insert('logins', login)
        return { login, headers: [] }
      },
      async accepted() {
        await env.store.update('logins', session.key, { redirect_uri })
        await env.store.update('memberships', session.key, { linking: true })
      },
    },
    env,
  )
}
