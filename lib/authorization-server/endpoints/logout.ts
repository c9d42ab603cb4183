import { checklist } from '@/lib/oauth/check'
import { parameter } from '@/lib/oauth/form'
import { logoutConfirmed } from '../checks/logout-confirmed'
import type { Endpoint } from '../endpoint'
import type { AuthorizationServerEnvironment } from '../environment'
import { confirmLogoutPage, signedOutPage } from '../pages/logout'
import { sha256 } from '../secret-key'
import { endSession, signedIn } from '../sessions'
import type { Session } from '../tables'
import { revokeGrant } from '../tokens/grants'

export const LOGOUT_CHECKS = [logoutConfirmed]

/**
 * Ends the session at this server (RP-Initiated Logout, section 2). Tokens that clients hold stay valid, unless the
 * policy revokes what was granted during the session (RFC 9700, section 4.14.2).
 */
export const logout: Endpoint = {
  path: '/logout',
  kind: 'page',
  methods: {
    async GET({ headers }, env) {
      const who = await signedIn(headers, env)
      if (!who) return signedOutPage(env)
      return confirmLogoutPage({ user: who.user, token: await logoutToken(who.session) }, env)
    },
    async POST({ form, headers }, env) {
      const who = await signedIn(headers, env)
      if (!who) return signedOutPage(env)
      const checks = checklist('authorization-server', LOGOUT_CHECKS, env)
      const expected = await logoutToken(who.session)
      await checks.apply(logoutConfirmed, { expected, sent: parameter(form ?? [], 'token') })
      if (env.policy.revokeOnLogout) await revokeGrantsOf(who.session, env)
      return signedOutPage(env, await endSession(who.session, env))
    },
  },
}

/** Something only the page made for this session can know, and from which the session cannot be found. */
function logoutToken(session: Session): Promise<string> {
  return sha256(`logout ${session.key}`)
}

async function revokeGrantsOf({ user_id, auth_time }: Session, env: AuthorizationServerEnvironment): Promise<void> {
  const tokens = await env.store.find('refresh_tokens', { user_id, auth_time })
  for (const grantId of new Set(tokens.map((token) => token.grant_id)))
    await revokeGrant(env, grantId, 'user signed out')
}
