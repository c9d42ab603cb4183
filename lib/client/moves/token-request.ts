import * as oauth from 'oauth4webapi'
import { checklist } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import { parameter, parseForm } from '@/lib/oauth/form'
import { scopeIncludes } from '@/lib/oauth/scope'
import { LOGIN_RESPONSE_CHECKS } from '../checks'
import { idTokenSent } from '../checks/id-token-sent'
import { proofOption, takeNonce } from '../dpop'
import type { ClientEnvironment } from '../environment'
import { splitIdToken } from '../id-token/split'
import { authenticationOf, capture, registrationAt, serverAt } from '../server'
import { type ClientMove, sessionOf } from './move'
import { judgeTokenResponse, keepTokens } from './token-response'

/** Redeems the code (RFC 6749, section 4.1.3; RFC 7636, section 4.5). */
export const tokenRequest: ClientMove = {
  to: 'authorization-server',

  async prepare(env, who) {
    const session = await sessionOf(env, who)
    const login = await env.store.get('logins', session.key)
    const code = parameter(parseForm(login?.response ?? ''), 'code')
    if (!login || !code) throw new Error('The application holds no authorization code. Finish the authorization first.')
    // The session says at which server this login was begun; that it answered, too, was checked or was not.
    const registration = registrationAt(env, who.application, login.issuer)
    const server = serverAt(env, login.issuer)
    const client = { client_id: registration.clientId }
    // State and issuer were checked when the response came in; what is left to hand on is the code.
    const proof = await proofOption(env, server.issuer)
    const response = oauth.validateAuthResponse(server, client, new URLSearchParams({ code }), oauth.skipStateCheck)
    return capture(who.application, (options) =>
      oauth.authorizationCodeGrantRequest(
        server,
        client,
        authenticationOf(env, registration),
        response,
        login.redirect_uri,
        login.code_verifier ?? oauth.nopkce,
        { ...options, ...proof },
      ),
    )
  },

  async settle(env, who, _request, response) {
    if (await takeNonce(env, env.origins.issuer, response)) return 'nonce-demanded'
    const session = await sessionOf(env, who)
    const login = await env.store.get('logins', session.key)
    const { answer, idToken } = await splitIdToken(response)
    const tokens = await judgeTokenResponse(env, who, (server, client) =>
      oauth.processAuthorizationCodeResponse(server, client, answer),
    )
    if (!tokens) return 'refusal'
    const scope = login?.scope ?? ''
    const signsIn = scopeIncludes(scope, 'openid')
    if (signsIn && !(await isIdTokenSent(env, idToken))) return 'refusal'
    await keepTokens(env, session, tokens, { refresh_token: null, scope, id_token: signsIn ? idToken : null })
    // What the ID token is compared with is needed until it has been judged.
    if (!signsIn) await env.store.remove('logins', session.key)
    return 'tokens'
  },
}

async function isIdTokenSent(env: ClientEnvironment, idToken: string | null): Promise<boolean> {
  try {
    await checklist('client', LOGIN_RESPONSE_CHECKS, env).apply(idTokenSent, { idToken })
    return true
  } catch (error) {
    if (error instanceof OAuthError) return false
    throw error
  }
}
