import { checklist } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import { type Parameters, parameter } from '@/lib/oauth/form'
import { redirect } from '../authorization-response'
import { logoutConfirmed } from '../checks/logout-confirmed'
import { logoutRedirectRegistered } from '../checks/logout-redirect-registered'
import { logoutRedirectVouched } from '../checks/logout-redirect-vouched'
import type { Endpoint } from '../endpoint'
import type { AuthorizationServerEnvironment } from '../environment'
import {
  destinationUrl,
  isLogoutRequest,
  LOGOUT_REQUEST_CHECKS,
  type LogoutDestination,
  readLogoutRequest,
} from '../logout-request'
import { confirmLogoutPage, signedOutPage } from '../pages/logout'
import { sha256 } from '../secret-key'
import { endSession, signedIn } from '../sessions'
import type { Session } from '../tables'
import { revokeGrant } from '../tokens/grants'

export const LOGOUT_CHECKS = [...LOGOUT_REQUEST_CHECKS, logoutRedirectVouched, logoutConfirmed]

/**
 * Ends the session at this server (RP-Initiated Logout, section 2). Tokens that clients hold stay valid, unless the
 * policy revokes what was granted during the session (RFC 9700, section 4.14.2).
 */
export const logout: Endpoint = {
  path: '/logout',
  kind: 'page',
  methods: {
    GET: ({ query, headers }, env) => ask(query, headers, env),
    POST: ({ form, headers }, env) => {
      const sent = form ?? []
      const asks = parameter(sent, 'token') === null && isLogoutRequest(sent)
      return asks ? ask(sent, headers, env) : confirm(sent, headers, env)
    },
  },
}

/** The user is asked every time: no client signs her out here by itself (RP-Initiated Logout, section 2). */
async function ask(parameters: Parameters, headers: Headers, env: AuthorizationServerEnvironment): Promise<Response> {
  const checks = rulebook(env)
  const destination = await readLogoutRequest(parameters, checks, env)
  const who = await signedIn(headers, env)
  if (!who) return nobodyAsked(destination, checks, env)
  return confirmLogoutPage({ user: who.user, token: await logoutToken(who.session), destination }, env)
}

async function confirm(form: Parameters, headers: Headers, env: AuthorizationServerEnvironment): Promise<Response> {
  const checks = rulebook(env)
  const destination = isLogoutRequest(form) ? await readLogoutRequest(form, checks, env) : null
  const who = await signedIn(headers, env)
  if (!who) return nobodyAsked(destination, checks, env)
  const expected = await logoutToken(who.session)
  await checks.apply(logoutConfirmed, { expected, sent: parameter(form, 'token') })
  if (env.policy.revokeOnLogout) await revokeGrantsOf(who.session, env)
  return signedOut(destination, env, await endSession(who.session, env))
}

/** Nobody is signed in, so that there is nobody to ask: the way on is only for clients this server vouches for. */
async function nobodyAsked(
  destination: LogoutDestination | null,
  checks: ReturnType<typeof rulebook>,
  env: AuthorizationServerEnvironment,
): Promise<Response> {
  if (!destination) return signedOut(null, env)
  try {
    await checks.apply(logoutRedirectVouched, destination)
    return signedOut(destination, env)
  } catch (error) {
    if (error instanceof OAuthError) return signedOut(null, env)
    throw error
  }
}

function signedOut(
  destination: LogoutDestination | null,
  env: AuthorizationServerEnvironment,
  setCookie?: [string, string],
): Response {
  if (!destination) return signedOutPage(env, setCookie)
  return redirect(destinationUrl(destination), env.policy, { headers: setCookie ? [setCookie] : [] })
}

/** Where a browser is sent stays inside the lab, so no learner can switch that check off. */
function rulebook(env: AuthorizationServerEnvironment) {
  const checksOff = new Set([...env.checksOff].filter((id) => id !== logoutRedirectRegistered.id))
  return checklist('authorization-server', LOGOUT_CHECKS, { ...env, checksOff })
}

/** Something only the page made for this session can know, and from which the session cannot be found. */
function logoutToken(session: Session): string {
  return sha256(`logout ${session.key}`)
}

async function revokeGrantsOf({ user_id, auth_time }: Session, env: AuthorizationServerEnvironment): Promise<void> {
  const tokens = await env.store.find('refresh_tokens', { user_id, auth_time })
  for (const grantId of new Set(tokens.map((token) => token.grant_id)))
    await revokeGrant(env, grantId, 'user signed out')
}
