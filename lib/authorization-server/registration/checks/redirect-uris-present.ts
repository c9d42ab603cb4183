import { passed, refused } from '@/lib/oauth/check'
import { invalidRedirectUri, type RegistrationCheck } from './input'

/** A code goes to a URI agreed on beforehand; a client that gets codes has to name one. */
export const redirectUrisPresent: RegistrationCheck = {
  id: 'registration-redirect-uris-present',
  rule: 'A client of a redirecting flow registers its redirect URIs.',
  cites: ['rfc7591-2', 'rfc6749-3.1.2.2'],
  reads: ['redirect_uris', 'grant_types'],
  test: ({ metadata: { redirect_uris, grant_types } }) => {
    const redirecting = grant_types.some((type) => type === 'authorization_code' || type === 'implicit')
    const saw = `${redirect_uris.length} redirect URIs for ${grant_types.join(', ') || 'no grant'}`
    if (!redirecting || redirect_uris.length > 0) return passed(saw)
    const hint = 'Without a registered URI the server would send codes wherever a request says.'
    return refused(invalidRedirectUri('Register at least one redirect URI.', hint), saw)
  },
}
