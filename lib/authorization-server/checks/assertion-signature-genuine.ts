import { compactVerify, createLocalJWKSet, errors } from 'jose'
import { type Check, passed, refused } from '@/lib/oauth/check'
import { type ClientAssertion, registeredKeys } from '../client-authentication/client-assertion'
import { wrongCredentials } from '../client-authentication/failure'
import type { AuthorizationServerPolicy } from '../policy'

/** From here on the claims are the client's own words: nobody else holds the private key. */
export const assertionSignatureGenuine: Check<ClientAssertion, AuthorizationServerPolicy> = {
  id: 'assertion-signature-genuine',
  rule: "The signature verifies with the client's registered public key.",
  cites: ['rfc7523-3', 'rfc9700-2.5'],
  reads: ['client_assertion', 'alg', 'kid', 'clients.jwks'],
  off: (policy) => !policy.strictAssertions,
  async test({ value, header: { alg, kid }, client }) {
    const keySet = createLocalJWKSet({ keys: registeredKeys(client) })
    const selector = { alg: String(alg), ...(typeof kid === 'string' && { kid }) }
    try {
      await compactVerify(value, () => keySet(selector))
      return passed(`${selector.alg} over header and claims verifies with the registered key`)
    } catch (error) {
      if (!(error instanceof errors.JOSEError)) throw error
      const hint = 'One changed character anywhere in header or claims is enough for that.'
      return refused(wrongCredentials(hint), `verification failed: ${error.message}`)
    }
  },
}
