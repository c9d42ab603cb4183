import type { ClientEnvironment } from './environment'
import { clientCredentialsRequest } from './moves/client-credentials-request'
import { deviceAuthorizationRequest } from './moves/device-authorization-request'
import { deviceTokenRequest } from './moves/device-token-request'
import { keySetRequest } from './moves/key-set-request'
import type { ClientMove, MoveArrival, Who } from './moves/move'
import { orderRequest } from './moves/order-request'
import { parRequest } from './moves/par-request'
import { passwordRequest } from './moves/password-request'
import { refreshRequest } from './moves/refresh-request'
import { resourceRequest } from './moves/resource-request'
import { revocationRequest } from './moves/revocation-request'
import { tokenRequest } from './moves/token-request'
import { usageRequest } from './moves/usage-request'
import { userinfoRequest } from './moves/userinfo-request'
import { PRINT_SHOP_MOVES } from './print-shop/moves'

/** Everything a client application's server sends by itself, by the id of the move. */
export const CLIENT_MOVES = {
  'par-request': parRequest,
  'token-request': tokenRequest,
  'key-set-request': keySetRequest,
  'userinfo-request': userinfoRequest,
  'password-request': passwordRequest,
  'refresh-request': refreshRequest,
  'device-authorization-request': deviceAuthorizationRequest,
  'device-token-request': deviceTokenRequest,
  'resource-request': resourceRequest,
  'revocation-request': revocationRequest,
  'client-credentials-request': clientCredentialsRequest,
  'usage-request': usageRequest,
  'order-request': orderRequest,
  ...PRINT_SHOP_MOVES,
} as const satisfies Record<string, ClientMove>

/**
 * Both halves in a row, with the network in between: what happens when nobody steps. A server that first wants its nonce
 * in the proof is asked once more.
 */
export async function runMove(
  env: ClientEnvironment,
  id: keyof typeof CLIENT_MOVES,
  who: Who,
): Promise<{ arrival: MoveArrival; response: Response }> {
  const first = await bothHalves(env, CLIENT_MOVES[id], who)
  return first.arrival === 'nonce-demanded' ? bothHalves(env, CLIENT_MOVES[id], who) : first
}

async function bothHalves(env: ClientEnvironment, move: ClientMove, who: Who) {
  const request = await move.prepare(env, who)
  const response = await env.fetch(request.clone())
  const arrival = await move.settle(env, who, request, response.clone())
  return { arrival, response }
}
