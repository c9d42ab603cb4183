import * as oauth from 'oauth4webapi'
import type { Party } from '@/lib/oauth/parties'
import type { ClientEnvironment } from '../environment'
import type { MoveArrival } from '../moves/move'
import { judgeTokenResponse } from '../moves/token-response'
import type { PrintOrder } from '../tables'
import { APPLICATION } from './application'

/** Takes in the answer to a token request made for an order, and keeps the token with the order. */
export async function settleTokens(
  env: ClientEnvironment,
  order: PrintOrder,
  response: Response,
  by: Party,
): Promise<MoveArrival> {
  const tokens = await judgeTokenResponse(
    env,
    { application: APPLICATION },
    (server, client) => oauth.processGenericTokenEndpointResponse(server, client, response),
    by,
  )
  if (!tokens) return 'refusal'
  const { access_token, expires_in, scope = null } = tokens
  await env.store.update('print_orders', order.key, {
    access_token,
    scope,
    access_expires_at: expires_in === undefined ? null : env.now() + expires_in * 1000,
  })
  return 'tokens'
}
