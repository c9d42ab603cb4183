import { type Check, passed, refused } from '@/lib/oauth/check'
import type { ClientAssertion } from '../client-authentication/client-assertion'
import { wrongCredentials } from '../client-authentication/failure'
import type { AuthorizationServerPolicy } from '../policy'

/**
 * A client that uses one key at two servers could be tricked by one of them into making an assertion for the other, if
 * any URL of a server were good for an audience.
 */
export const assertionAudience: Check<ClientAssertion, AuthorizationServerPolicy> = {
  id: 'assertion-audience',
  rule: 'The assertion was made for this server.',
  cites: ['rfc7523-3', 'rfc7523bis-4', 'rfc9126-2'],
  reads: ['aud'],
  test({ claims: { aud }, issuer }, { strictAssertionAudience }) {
    const named = [aud].flat()
    const accepted = strictAssertionAudience ? [issuer] : [issuer, `${issuer}/token`, `${issuer}/par`]
    const saw = `aud ${JSON.stringify(aud ?? null)}, accepted ${accepted.join(' or ')}`
    const fits = named.some((one) => accepted.some((good) => good === one))
    if (fits && (named.length === 1 || !strictAssertionAudience)) return passed(saw)
    const hint = strictAssertionAudience
      ? 'aud has to be the issuer identifier and nothing else.'
      : 'aud has to name the issuer or the endpoint.'
    return refused(wrongCredentials(hint), saw)
  },
}
