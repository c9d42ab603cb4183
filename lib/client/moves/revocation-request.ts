import * as oauth from 'oauth4webapi'
import { authenticationOf, capture, registrationOf, serverMetadata } from '../server'
import { type ClientMove, sessionOf } from './move'

/** Gives the access back: the refresh token where there is one, and with it what was made from it (RFC 7009). */
export const revocationRequest: ClientMove = {
  to: 'authorization-server',

  async prepare(env, who) {
    const session = await sessionOf(env, who)
    const tokens = await env.store.get('tokens', session.key)
    if (!tokens) throw new Error('The application holds no token that could be revoked.')
    const { access_token, refresh_token } = tokens
    const registration = registrationOf(env, who.application)
    const hint = refresh_token ? 'refresh_token' : 'access_token'
    return capture(who.application, (options) =>
      oauth.revocationRequest(
        serverMetadata(env),
        { client_id: registration.clientId },
        authenticationOf(env, registration),
        refresh_token ?? access_token,
        { ...options, additionalParameters: { token_type_hint: hint } },
      ),
    )
  },

  async settle(_env, _who, _request, response) {
    try {
      await oauth.processRevocationResponse(response)
      return 'confirmation'
    } catch (error) {
      const refused =
        error instanceof oauth.ResponseBodyError ||
        error instanceof oauth.WWWAuthenticateChallengeError ||
        error instanceof oauth.OperationProcessingError
      if (refused) return 'refusal'
      throw error
    }
  },
}
