import { passed, refused } from '@/lib/oauth/check'
import { invalidMetadata, type RegistrationCheck } from './input'

const PRIVATE_MEMBERS = ['d', 'k', 'p', 'q', 'dp', 'dq', 'qi']

/** Without a public key nothing that the client signs could be verified; a private one belongs to nobody else. */
export const keysUsable: RegistrationCheck = {
  id: 'registration-keys-usable',
  rule: 'A client that authenticates by private_key_jwt registers a public key, and nobody a private one.',
  cites: ['rfc7591-2', 'rfc7523-2.2'],
  reads: ['jwks', 'token_endpoint_auth_method'],
  test: ({ metadata: { jwks, token_endpoint_auth_method: method } }) => {
    const keys = jwks?.keys ?? []
    const saw = keys.map((key) => (isObject(key) ? String(key.kty) : typeof key)).join(', ') || 'no keys'
    if (keys.some((key) => !isObject(key) || !['EC', 'RSA'].includes(String(key.kty)))) {
      return refused(invalidMetadata('jwks holds something that is no public key of type EC or RSA.', saw), saw)
    }
    if (keys.some((key) => isObject(key) && PRIVATE_MEMBERS.some((member) => member in key))) {
      const hint = 'Register the public members only, and make a new key pair: this one is known now.'
      return refused(invalidMetadata('jwks holds a private key.', hint), saw)
    }
    if (method !== 'private_key_jwt' || keys.length > 0) return passed(saw)
    return refused(invalidMetadata('private_key_jwt needs jwks.', 'jwks: { "keys": [...] }'), saw)
  },
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
