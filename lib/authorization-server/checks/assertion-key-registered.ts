import { type Check, passed, refused } from '@/lib/oauth/check'
import { type ClientAssertion, registeredKeys } from '../client-authentication/client-assertion'
import { wrongCredentials } from '../client-authentication/failure'
import type { AuthorizationServerPolicy } from '../policy'

const EMBEDDED = ['jwk', 'jku', 'x5u', 'x5c'] as const

/** `kid` is a label to look up among the client's keys, never a key, a path or a URL. */
export const assertionKeyRegistered: Check<ClientAssertion, AuthorizationServerPolicy> = {
  id: 'assertion-key-registered',
  rule: 'The client registered a key that fits the header. A key inside the assertion is ignored.',
  cites: ['rfc7523-3', 'rfc7591-2', 'rfc8725-3.10'],
  reads: ['kid', ...EMBEDDED, 'clients.jwks'],
  off: (policy) => !policy.strictAssertions,
  test({ header, client }) {
    const kids = registeredKeys(client).map(({ kid }) => (typeof kid === 'string' ? kid : '(no kid)'))
    const ignored = EMBEDDED.filter((name) => name in header)
    const note = ignored.length > 0 ? `; ${ignored.join(', ')} in the assertion ignored` : ''
    const saw = `kid ${JSON.stringify(header.kid ?? null)}, registered ${kids.join(', ') || 'none'}${note}`
    const fits = registeredKeys(client).some(({ kid }) => header.kid === undefined || kid === header.kid)
    if (fits) return passed(saw)
    return refused(wrongCredentials('Keys come from the registration, never from the request.'), saw)
  },
}
