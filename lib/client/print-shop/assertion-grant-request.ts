import { generateKeyPair, SignJWT, UnsecuredJWT } from 'jose'
import { encodeBase64Url } from '@/lib/oauth/base64url'
import { takeNonce } from '../dpop'
import type { ClientEnvironment } from '../environment'
import type { ClientMove } from '../moves/move'
import type { PrintOrder } from '../tables'
import { directoryUrl, PRINT_SCOPE } from './application'
import { currentOrder } from './orders'
import { grantRequest } from './server'
import { settleTokens } from './token-answer'

const GRANT_TYPE = 'urn:ietf:params:oauth:grant-type:jwt-bearer'

type Source = (order: PrintOrder, env: ClientEnvironment) => string | null | Promise<string>

/** Presents an assertion about a user in place of her consent (RFC 7523, section 2.1). */
function assertionGrant(source: Source, honest: boolean): ClientMove {
  return {
    to: 'authorization-server',

    async prepare(env) {
      const order = await currentOrder(env)
      const assertion = await source(order, env)
      if (!assertion) throw new Error('The print shop holds no assertion yet.')
      return grantRequest(env, GRANT_TYPE, { assertion, scope: PRINT_SCOPE })
    },

    async settle(env, _who, _request, response) {
      if (await takeNonce(env, env.origins.issuer, response)) return 'nonce-demanded'
      // What a forgery brings is not kept: the order goes on with the token it has.
      if (!honest) return response.ok ? 'tokens' : 'refusal'
      return settleTokens(env, await currentOrder(env), response, 'client')
    },
  }
}

/** The claims a genuine assertion would have. */
function claims(env: ClientEnvironment, issuer: string) {
  const iat = Math.floor(env.now() / 1000)
  const jti = encodeBase64Url(env.random(16))
  return { iss: issuer, sub: 'alice', aud: env.origins.issuer, iat, exp: iat + 300, jti }
}

/** Signed with a key that was made a moment ago: genuine in every way, but for who speaks. */
const selfMade: Source = async (_order, env) => {
  const { privateKey } = await generateKeyPair('ES256')
  return new SignJWT(claims(env, `${env.origins.client}/print`)).setProtectedHeader({ alg: 'ES256' }).sign(privateKey)
}

/** In the directory's name, with nothing to prove it: `alg` is `none`. */
const unsigned: Source = (_order, env) =>
  Promise.resolve(new UnsecuredJWT(claims(env, directoryUrl(env.origins))).encode())

const received: Source = ({ assertion }) => assertion

export const ASSERTION_GRANT_MOVES = {
  'assertion-grant-request': assertionGrant(received, true),
  'replayed-assertion-request': assertionGrant(received, false),
  'self-made-assertion-request': assertionGrant(selfMade, false),
  'unsigned-assertion-request': assertionGrant(unsigned, false),
} as const satisfies Record<string, ClientMove>
