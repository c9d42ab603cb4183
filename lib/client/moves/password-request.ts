import * as oauth from 'oauth4webapi'
import { authenticationOf, capture, registrationOf, serverMetadata } from '../server'
import { type ClientMove, sessionOf } from './move'
import { readTokenError } from './token-error'
import { judgeTokenResponse, keepTokens } from './token-response'

/** Sends the user's own password for tokens (RFC 6749, section 4.3.2). */
export const passwordRequest: ClientMove = {
  to: 'authorization-server',

  async prepare(env, who) {
    const session = await sessionOf(env, who)
    const signIn = await env.store.get('sign_ins', session.key)
    if (!signIn?.password) throw new Error('Nobody has typed a password into the app. Sign in at its page first.')
    const registration = registrationOf(env, who.application)
    const { username, password } = signIn
    return capture(who.application, (options) =>
      oauth.genericTokenEndpointRequest(
        serverMetadata(env),
        { client_id: registration.clientId },
        authenticationOf(env, registration),
        'password',
        { username, password, scope: registration.scope },
        options,
      ),
    )
  },

  /** Whatever the answer, the password has to go: with a token it is not needed, and a refused one is no good. */
  async settle(env, who, _request, response) {
    const session = await sessionOf(env, who)
    const refusal = await readTokenError(response.clone())
    const tokens = await judgeTokenResponse(env, who, (server, client) =>
      oauth.processGenericTokenEndpointResponse(server, client, response),
    )
    const error = tokens ? null : (refusal?.error ?? 'invalid_response')
    const error_description = tokens ? null : (refusal?.description ?? null)
    await env.store.update('sign_ins', session.key, { password: null, error, error_description })
    if (!tokens) return 'refusal'
    await keepTokens(env, session, tokens, { refresh_token: null, scope: registrationOf(env, who.application).scope })
    return 'tokens'
  },
}
