import * as oauth from 'oauth4webapi'
import { takeNonce } from '../dpop'
import type { ClientEnvironment } from '../environment'
import type { ClientMove } from '../moves/move'
import type { PrintOrder } from '../tables'
import { APPLICATION, directoryUrl, PRINT_SCOPE } from './application'
import { currentOrder } from './orders'
import { authentication, grantRequest } from './server'
import { settleTokens } from './token-answer'

const GRANT_TYPE = 'urn:ietf:params:oauth:grant-type:token-exchange'
const ACCESS_TOKEN_TYPE = 'urn:ietf:params:oauth:token-type:access_token'

/** What an exchange asks for; left out, what prints need. */
interface Wish {
  scope?: string
  resource?: (env: ClientEnvironment) => string
  subject?: (order: PrintOrder) => string | null
  /** Sent in the name of this public client, without any proof. */
  as?: string
}

/**
 * Trades the token the shop was called with for one of its own, for the drive and for reading only (RFC 8693,
 * section 2.1). The token it was called with goes nowhere else.
 */
function exchange({ scope = PRINT_SCOPE, resource, subject, as }: Wish = {}): ClientMove {
  const honest = !resource && !subject && !as && scope === PRINT_SCOPE
  return {
    from: 'service',
    to: 'authorization-server',

    async prepare(env) {
      const order = await currentOrder(env)
      const token = subject ? subject(order) : order.subject_token
      if (!token) throw new Error('The print shop holds no token to exchange yet.')
      const parameters = {
        subject_token: token,
        subject_token_type: ACCESS_TOKEN_TYPE,
        resource: resource?.(env) ?? env.origins.resource,
        scope,
      }
      const auth = as ? oauth.None() : authentication(env)
      return grantRequest(env, GRANT_TYPE, parameters, { clientId: as ?? APPLICATION, auth })
    },

    async settle(env, _who, _request, response) {
      if (await takeNonce(env, env.origins.issuer, response)) return 'nonce-demanded'
      // What an escalation brings is not kept: the order goes on with the token it has.
      if (!honest) return response.ok ? 'tokens' : 'refusal'
      return settleTokens(env, await currentOrder(env), response, 'service')
    },
  }
}

export const EXCHANGE_MOVES = {
  'exchange-request': exchange(),
  'wider-exchange-request': exchange({ scope: 'photos.read photos.write' }),
  'elsewhere-exchange-request': exchange({ resource: ({ origins }) => directoryUrl(origins) }),
  'stray-exchange-request': exchange({ subject: ({ access_token }) => access_token }),
  'public-exchange-request': exchange({ as: 'photo-gallery' }),
} as const satisfies Record<string, ClientMove>
