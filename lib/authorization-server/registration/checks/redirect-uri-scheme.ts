import { passed, refused } from '@/lib/oauth/check'
import { invalidRedirectUri, isLoopback, isOnOwnOrigin, type RegistrationCheck } from './input'

/** A code sent in clear over a network can be read on the way; `javascript:` and `data:` run in the server's own page. */
export const redirectUriScheme: RegistrationCheck = {
  id: 'registration-redirect-uri-scheme',
  rule: 'A redirect URI is https, http on the loopback, or for native applications a private scheme with a dot.',
  cites: ['rfc9700-2.6', 'oauth21-1.5', 'rfc8252-7.1', 'oauth21-2.3.1'],
  reads: ['redirect_uris', 'application_type'],
  test: ({ metadata: { redirect_uris, application_type }, origins }) => {
    const allowed = (uri: string) => {
      const { protocol } = new URL(uri)
      if (protocol === 'https:') return true
      if (protocol === 'http:') return isLoopback(uri) || isOnOwnOrigin(uri, origins)
      return application_type === 'native' && protocol.includes('.')
    }
    const bad = redirect_uris.find((uri) => !allowed(uri))
    if (bad === undefined) return passed(redirect_uris.map((uri) => new URL(uri).protocol).join(', ') || 'none')
    const hint = 'http is only safe when it never leaves the machine: http://127.0.0.1/callback, for one.'
    return refused(invalidRedirectUri('The scheme of a redirect URI is not allowed.', hint), bad)
  },
}
