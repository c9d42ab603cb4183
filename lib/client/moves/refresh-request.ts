import * as oauth from 'oauth4webapi'
import { authenticationOf, capture, registrationOf, serverMetadata } from '../server'
import { type ClientMove, sessionOf } from './move'
import { judgeTokenResponse, keepTokens } from './token-response'

/** Trades the refresh token for a new access token, without the user (RFC 6749, section 6). */
export const refreshRequest: ClientMove = {
  to: 'authorization-server',

  async prepare(env, who) {
    const session = await sessionOf(env, who)
    const refreshToken = (await env.store.get('tokens', session.key))?.refresh_token
    if (!refreshToken) throw new Error('The application holds no refresh token. The user has to be asked again.')
    const registration = registrationOf(env, who.application)
    return capture(who.application, (options) =>
      oauth.refreshTokenGrantRequest(
        serverMetadata(env),
        { client_id: registration.clientId },
        authenticationOf(env, registration),
        refreshToken,
        options,
      ),
    )
  },

  async settle(env, who, _request, response) {
    const session = await sessionOf(env, who)
    const kept = await env.store.get('tokens', session.key)
    const tokens = await judgeTokenResponse(env, who, (server, client) =>
      oauth.processRefreshTokenResponse(server, client, response),
    )
    if (!tokens) return 'refusal'
    const { refresh_token = null, scope = '' } = kept ?? {}
    await keepTokens(env, session, tokens, { refresh_token, scope })
    return 'tokens'
  },
}
