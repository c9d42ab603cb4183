import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import { sameLoopbackUri } from '../loopback'
import type { AuthorizationServerPolicy } from '../policy'
import type { Client } from '../tables'

type Input = { redirectUri: string; client: Pick<Client, 'redirect_uris' | 'application_type'> }

/**
 * The code goes wherever redirect_uri points, so an address nobody registered is an address of an attacker. Strings
 * are compared, before any parsing: two parsers can disagree about a URI, two string comparisons cannot.
 */
export const redirectUriRegistered: Check<Input, AuthorizationServerPolicy> = {
  id: 'redirect-uri-registered',
  rule: 'redirect_uri equals a registered one, character by character (native apps: any port on loopback).',
  cites: ['rfc9700-4.1.3', 'rfc3986-6.2.1', 'rfc6749-3.1.2.3', 'rfc8252-7.3'],
  reads: ['redirect_uri', 'clients.redirect_uris'],
  test({ redirectUri, client }, { redirectMatching }) {
    const registered = client.redirect_uris
    if (registered.includes(redirectUri)) return passed(`“${redirectUri}” = “${redirectUri}”`)
    const loopback = client.application_type === 'native' && registered.find((one) => sameLoopbackUri(one, redirectUri))
    if (loopback) return passed(`“${redirectUri}” = “${loopback}” but for the port`)
    const beginning = redirectMatching === 'prefix' && registered.find((one) => redirectUri.startsWith(one))
    if (beginning) return passed(`“${redirectUri}” begins with “${beginning}”; nobody compared the rest`)
    return refused(
      new OAuthError({
        code: 'invalid_request',
        description: 'The address to return to is not one this app registered: redirect_uri does not match.',
        cites: this.cites,
        hint: 'Redirecting would hand the code, or at least the user, to whoever wrote this address.',
      }),
      `“${redirectUri}” ≠ ${registered.map((one) => `“${one}”`).join(', ') || 'nothing, none is registered'}`,
    )
  },
}
