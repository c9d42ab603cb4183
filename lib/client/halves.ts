import type { ClientEnvironment } from './environment'
import type { ClientMove, MoveArrival, Who } from './moves/move'
import { refreshRequest } from './moves/refresh-request'
import { resourceRequest } from './moves/resource-request'
import { revocationRequest } from './moves/revocation-request'
import { tokenRequest } from './moves/token-request'

/** Everything a client application's server sends by itself, by the id of the move. */
export const CLIENT_MOVES = {
  'token-request': tokenRequest,
  'refresh-request': refreshRequest,
  'resource-request': resourceRequest,
  'revocation-request': revocationRequest,
} as const satisfies Record<string, ClientMove>

/** Both halves in a row, with the network in between: what happens when nobody steps. */
export async function runMove(
  env: ClientEnvironment,
  id: keyof typeof CLIENT_MOVES,
  who: Who,
): Promise<{ arrival: MoveArrival; response: Response }> {
  const move = CLIENT_MOVES[id]
  const request = await move.prepare(env, who)
  const response = await env.fetch(request.clone())
  const arrival = await move.settle(env, who, request, response.clone())
  return { arrival, response }
}
