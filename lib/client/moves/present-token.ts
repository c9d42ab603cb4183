import * as oauth from 'oauth4webapi'
import { proofOption } from '../dpop'
import type { ClientEnvironment } from '../environment'
import { captureWith } from '../server'

/**
 * A GET of the API with an access token: in the header (RFC 6750, section 2.1) and with a proof where the application
 * makes them (RFC 9449, section 7.1), or, as careless applications do, in the address (RFC 6750, section 2.3).
 *
 * @param server base URL of the server it goes to, whose nonce belongs into the proof
 */
export async function presentToken(
  env: ClientEnvironment,
  { url, server, token, headers }: { url: URL; server: string; token: string; headers: Headers },
): Promise<Request> {
  if (env.policy.presentToken === 'query') {
    url.searchParams.set('access_token', token)
    return new Request(url, { headers })
  }
  const proof = await proofOption(env, server)
  return captureWith((customFetch) =>
    oauth.protectedResourceRequest(token, 'GET', url, headers, null, {
      ...proof,
      [oauth.allowInsecureRequests]: true,
      [oauth.customFetch]: customFetch,
    }),
  )
}
