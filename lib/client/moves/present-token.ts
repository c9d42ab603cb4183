import * as oauth from 'oauth4webapi'
import type { ClientEnvironment } from '../environment'
import { captureWith } from '../server'

type Options = NonNullable<Parameters<typeof oauth.protectedResourceRequest>[5]>

/**
 * A GET of the API with an access token: in the header (RFC 6750, section 2.1), or, as careless applications do, in
 * the address (section 2.3).
 */
export function presentToken(
  env: Pick<ClientEnvironment, 'policy'>,
  { url, token, headers }: { url: URL; token: string; headers: Headers },
  options: Options = {},
): Promise<Request> {
  if (env.policy.presentToken === 'query') {
    url.searchParams.set('access_token', token)
    return Promise.resolve(new Request(url, { headers }))
  }
  return captureWith((customFetch) =>
    oauth.protectedResourceRequest(token, 'GET', url, headers, null, {
      ...options,
      [oauth.allowInsecureRequests]: true,
      [oauth.customFetch]: customFetch,
    }),
  )
}
