import { checklist } from '@/lib/oauth/check'
import { parameter } from '@/lib/oauth/form'
import { logoutConfirmed } from '../checks/logout-confirmed'
import type { Endpoint } from '../endpoint'
import { confirmLogoutPage, signedOutPage } from '../pages/logout'
import { sha256 } from '../secret-key'
import { endSession, signedIn } from '../sessions'
import type { Session } from '../tables'

export const LOGOUT_CHECKS = [logoutConfirmed]

/** Ends the session at this server (RP-Initiated Logout, section 2). Tokens that clients hold stay valid. */
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
      return signedOutPage(env, await endSession(who.session, env))
    },
  },
}

/** Something only the page made for this session can know, and from which the session cannot be found. */
function logoutToken(session: Session): Promise<string> {
  return sha256(`logout ${session.key}`)
}
