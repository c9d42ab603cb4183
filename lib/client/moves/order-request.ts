import * as oauth from 'oauth4webapi'
import { printShopUrl } from '../print-shop/application'
import { captureWith } from '../server'
import { type ClientMove, sessionOf } from './move'
import { keepResult } from './result'

/** Orders prints at the print shop, another API: with a token that was made for the shop and for nobody else. */
export const orderRequest: ClientMove = {
  to: 'service',

  async prepare(env, who) {
    const session = await sessionOf(env, who)
    const tokens = await env.store.get('tokens', session.key)
    if (!tokens) throw new Error('The application holds no access token yet.')
    const url = new URL(`${printShopUrl(env.origins)}/orders`)
    const headers = new Headers({ accept: 'application/json', 'user-agent': who.application })
    return captureWith((customFetch) =>
      oauth.protectedResourceRequest(tokens.access_token, 'POST', url, headers, null, {
        [oauth.allowInsecureRequests]: true,
        [oauth.customFetch]: customFetch,
      }),
    )
  },

  async settle(env, who, _request, response) {
    const session = await sessionOf(env, who)
    await keepResult(env, session, response.status, await response.text())
    return response.ok ? 'confirmation' : 'refusal'
  },
}
