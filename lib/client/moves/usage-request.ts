import { checklist } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import { USAGE_RESPONSE_CHECKS } from '../checks'
import { usageResponseValid } from '../checks/usage-response-valid'
import { takeNonce } from '../dpop'
import { type ClientMove, sessionOf } from './move'
import { presentToken } from './present-token'
import { keepResult } from './result'

/** Asks the drive how full it is, with the access token in the header (RFC 6750, section 2.1). */
export const usageRequest: ClientMove = {
  to: 'resource-server',

  async prepare(env, who) {
    const session = await sessionOf(env, who)
    const tokens = await env.store.get('tokens', session.key)
    if (!tokens) throw new Error('The application holds no access token yet.')
    const url = new URL(`${env.origins.resource}/usage`)
    const headers = new Headers({ accept: 'application/json', 'user-agent': who.application })
    return presentToken(env, { url, server: env.origins.resource, token: tokens.access_token, headers })
  },

  async settle(env, who, _request, response) {
    if (await takeNonce(env, env.origins.resource, response)) return 'nonce-demanded'
    const { status } = response
    const body = await response.text()
    await keepResult(env, await sessionOf(env, who), status, body)
    if (status >= 400) return 'refusal'
    try {
      await checklist('client', USAGE_RESPONSE_CHECKS, env).apply(usageResponseValid, { status, body })
    } catch (error) {
      if (error instanceof OAuthError) return 'refusal'
      throw error
    }
    return 'resource'
  },
}
