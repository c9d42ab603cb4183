import * as oauth from 'oauth4webapi'
import { OAuthError } from '@/lib/oauth/errors'
import { proofOption, takeNonce } from '../dpop'
import type { ClientEnvironment } from '../environment'
import { keptKeySet } from '../id-token/key-set'
import { splitIdToken } from '../id-token/split'
import { validateRefreshedIdToken } from '../id-token/validate'
import { authenticationOf, capture, registrationOf, serverMetadata } from '../server'
import { type ClientMove, sessionOf, type Who } from './move'
import { judgeTokenResponse, keepTokens } from './token-response'

/** Trades the refresh token for a new access token, without the user (RFC 6749, section 6). */
export const refreshRequest: ClientMove = {
  to: 'authorization-server',

  async prepare(env, who) {
    const session = await sessionOf(env, who)
    const refreshToken = (await env.store.get('tokens', session.key))?.refresh_token
    if (!refreshToken) throw new Error('The application holds no refresh token. The user has to be asked again.')
    const registration = registrationOf(env, who.application)
    const proof = await proofOption(env, env.origins.issuer)
    return capture(who.application, (options) =>
      oauth.refreshTokenGrantRequest(
        serverMetadata(env),
        { client_id: registration.clientId },
        authenticationOf(env, registration),
        refreshToken,
        { ...options, ...proof },
      ),
    )
  },

  async settle(env, who, _request, response) {
    if (await takeNonce(env, env.origins.issuer, response)) return 'nonce-demanded'
    const session = await sessionOf(env, who)
    const kept = await env.store.get('tokens', session.key)
    const { answer, idToken } = await splitIdToken(response)
    const tokens = await judgeTokenResponse(env, who, (server, client) =>
      oauth.processRefreshTokenResponse(server, client, answer),
    )
    if (!tokens) return 'refusal'
    const { refresh_token = null, scope = '', id_token: before = null } = kept ?? {}
    const renewed = before === null ? null : idToken
    if (renewed !== null && before !== null) {
      const ok = await isSameLogin(env, who, renewed, { before, accessToken: tokens.access_token })
      if (!ok) return 'refusal'
    }
    await keepTokens(env, session, tokens, { refresh_token, scope, id_token: renewed ?? before })
    return 'tokens'
  },
}

/** Judges the ID token of a refresh; the application has kept the keys since the login. */
async function isSameLogin(
  env: ClientEnvironment,
  { application }: Who,
  idToken: string,
  given: { before: string; accessToken: string },
): Promise<boolean> {
  try {
    await validateRefreshedIdToken(env, idToken, { ...given, application, keys: () => keptKeySet(env) })
    return true
  } catch (error) {
    if (error instanceof OAuthError) return false
    throw error
  }
}
