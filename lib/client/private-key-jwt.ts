import * as oauth from 'oauth4webapi'
import { encodeBase64Url } from '@/lib/oauth/base64url'
import type { ClientEnvironment, ClientPrivateKey } from './environment'

/** Seconds: an assertion is made for one request. */
const LIFETIME = 60

/**
 * Proves who the application is with an assertion signed by its private key, which itself is never sent
 * (RFC 7523, section 2.2). Times are the lab's, and the audience is the issuer.
 */
export function privateKeyJwt(
  env: Pick<ClientEnvironment, 'now' | 'random' | 'report'>,
  { kid, jwk }: ClientPrivateKey,
): oauth.ClientAuth {
  return async (server, client, body, headers) => {
    const key = await imported(jwk)
    const authenticate = oauth.PrivateKeyJwt(
      { key, kid },
      {
        [oauth.modifyAssertion]: (header, claims) => {
          const iat = Math.floor(env.now() / 1000)
          header.typ = 'client-authentication+jwt'
          Object.assign(claims, { jti: encodeBase64Url(env.random(16)), iat, nbf: iat, exp: iat + LIFETIME })
        },
      },
    )
    await authenticate(server, client, body, headers)
    const value = body.get('client_assertion')
    if (value) env.report({ type: 'secret', secret: { kind: 'assertion', value, madeBy: 'client' } })
  }
}

/** The key in the form that signs, made once. */
function imported(jwk: JsonWebKey): Promise<CryptoKey> {
  const known =
    keys.get(jwk) ?? crypto.subtle.importKey('jwk', jwk, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign'])
  keys.set(jwk, known)
  return known
}

const keys = new WeakMap<JsonWebKey, Promise<CryptoKey>>()
