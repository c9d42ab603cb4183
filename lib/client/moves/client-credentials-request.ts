import * as oauth from 'oauth4webapi'
import { proofOption, takeNonce } from '../dpop'
import { serviceSession } from '../nightly-backup/session'
import { authenticationOf, capture, registrationOf, serverMetadata } from '../server'
import { type ClientMove, sessionOf } from './move'
import { judgeTokenResponse, keepTokens } from './token-response'

/** The service asks for a token on its own behalf (RFC 6749, section 4.4.2): its credentials are all it needs. */
export const clientCredentialsRequest: ClientMove = {
  to: 'authorization-server',

  async prepare(env, who) {
    await serviceSession(env)
    const registration = registrationOf(env, who.application)
    const proof = await proofOption(env, env.origins.issuer)
    return capture(who.application, (options) =>
      oauth.clientCredentialsGrantRequest(
        serverMetadata(env),
        { client_id: registration.clientId },
        authenticationOf(env, registration),
        { scope: registration.scope },
        { ...options, ...proof },
      ),
    )
  },

  async settle(env, who, _request, response) {
    if (await takeNonce(env, env.origins.issuer, response)) return 'nonce-demanded'
    const session = await sessionOf(env, who)
    const tokens = await judgeTokenResponse(env, who, (server, client) =>
      oauth.processClientCredentialsResponse(server, client, response),
    )
    if (!tokens) return 'refusal'
    await keepTokens(env, session, tokens, { refresh_token: null, scope: registrationOf(env, who.application).scope })
    return 'tokens'
  },
}
