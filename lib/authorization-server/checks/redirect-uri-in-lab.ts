import { type Check, passed, refused } from '@/lib/oauth/check'
import type { Origins } from '@/lib/oauth/environment'
import { OAuthError } from '@/lib/oauth/errors'
import type { AuthorizationServerPolicy } from '../policy'
import type { Client } from '../tables'

type Input = { redirectUri: string; client: Pick<Client, 'redirect_uris'>; origins: Origins }

const LOOPBACK_HOSTS = ['127.0.0.1', '[::1]', 'localhost']

/**
 * This lab's own safety rule, which no policy and no learner can switch off: however weak a lab is set, its server
 * redirects to the lab's own parties or to a loopback host the client registered, and nowhere else.
 */
export const redirectUriInLab: Check<Input, AuthorizationServerPolicy> = {
  id: 'redirect-uri-in-lab',
  rule: 'redirect_uri stays inside the lab: on one of its parties, or on a registered loopback host.',
  cites: ['rfc9700-4.11.2', 'rfc6749-3.1.2'],
  reads: ['redirect_uri'],
  test({ redirectUri, client, origins }) {
    const outside = (saw: string) =>
      refused(
        new OAuthError({
          code: 'invalid_request',
          description: 'A lab only redirects to its own parties and to registered loopback addresses.',
          cites: this.cites,
          hint: 'Labs can be set as weak as you like, so that nothing outside may ever be reached from one.',
        }),
        saw,
      )
    const target = parse(redirectUri)
    if (!target) return outside(`“${redirectUri}” is not a plain http address without fragment`)
    if (Object.values(origins).some((base) => new URL(base).origin === target.origin)) {
      return passed(`${target.origin} is a party of this lab`)
    }
    const registered = client.redirect_uris.map(parse).some((one) => one?.hostname === target.hostname)
    if (LOOPBACK_HOSTS.includes(target.hostname) && registered) {
      return passed(`${target.hostname} is loopback, and registered`)
    }
    return outside(`${target.origin} lies outside the lab`)
  },
}

/** Only web addresses that every parser reads alike: no spaces, quotes, backslashes, user names or fragments. */
function parse(uri: string): URL | null {
  if (!/^[a-z][a-z0-9+.-]*:[!$%&'()*+,\-./:;=?@\w[\]~]*$/i.test(uri) || !URL.canParse(uri)) return null
  const url = new URL(uri)
  return url.username || url.password || !/^https?:$/.test(url.protocol) ? null : url
}
