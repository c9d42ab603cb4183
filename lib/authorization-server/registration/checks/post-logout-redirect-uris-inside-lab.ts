import { passed, refused } from '@/lib/oauth/check'
import { invalidMetadata, isLoopback, isOnOwnOrigin, type RegistrationCheck } from './input'

/** A browser is sent there without a code, but it is sent there: the same boundary as for a redirect URI. */
export const postLogoutRedirectUrisInsideLab: RegistrationCheck = {
  id: 'registration-post-logout-redirect-uris-inside-lab',
  rule: "Addresses to go to after signing out lie on this machine or on the lab's own origins.",
  cites: ['rp-logout-3', 'rfc9700-4.11.2'],
  reads: ['post_logout_redirect_uris'],
  test: ({ metadata: { post_logout_redirect_uris }, origins }) => {
    const inside = (uri: string) =>
      URL.canParse(uri) && !uri.includes('#') && (isLoopback(uri) || isOnOwnOrigin(uri, origins))
    const bad = post_logout_redirect_uris.find((uri) => !inside(uri))
    if (bad === undefined) return passed(post_logout_redirect_uris.join(', ') || 'none')
    const description = 'After signing out, a lab redirects only to loopback addresses and its own applications.'
    return refused(invalidMetadata(description, 'Register http://localhost:PORT/... without a fragment.'), bad)
  },
}
