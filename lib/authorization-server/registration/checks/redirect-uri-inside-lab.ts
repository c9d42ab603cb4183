import { passed, refused } from '@/lib/oauth/check'
import { invalidRedirectUri, isLoopback, isOnOwnOrigin, type RegistrationCheck } from './input'

/** Labs can be made careless on purpose, so nobody may use one to send a browser to a stranger's site. */
export const redirectUriInsideLab: RegistrationCheck = {
  id: 'registration-redirect-uri-inside-lab',
  rule: "Redirects stay on this machine or on the lab's own origins.",
  cites: ['rfc7591-5', 'rfc9700-4.11.2'],
  reads: ['redirect_uris'],
  test: ({ metadata: { redirect_uris }, origins }) => {
    const inside = (uri: string) => isLoopback(uri) || isOnOwnOrigin(uri, origins)
    const bad = redirect_uris.find((uri) => !inside(uri))
    if (bad === undefined) return passed(redirect_uris.join(', ') || 'no redirect URI')
    const description = `A lab redirects only to loopback addresses and its own applications, such as ${origins.client}/callback.`
    return refused(
      invalidRedirectUri(description, 'Run your client on localhost and register http://localhost:PORT/...'),
      bad,
    )
  },
}
