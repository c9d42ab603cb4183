import type { OAuthError } from '@/lib/oauth/errors'
import type { Parameters } from '@/lib/oauth/form'
import type { AuthorizationServerEnvironment } from './environment'
import { addParameters } from './response-modes'
import { findResponseType } from './response-types'
import type { Authorization, AuthorizationRequest } from './response-types/response-type'

/** Where an authorization response goes, and what it repeats. */
export type Addressee = Pick<AuthorizationRequest, 'redirect_uri' | 'response_mode' | 'state'>

type Policy = AuthorizationServerEnvironment['policy']

/**
 * Sends the browser on. After a form with a password the status is the policy's: 307 makes the browser send the
 * password again, to whoever the redirect names (RFC 9700, section 4.12). Any other redirect is 303.
 */
export function redirect(
  location: string,
  policy: Policy,
  { credentialsPosted = false, headers = [] }: { credentialsPosted?: boolean; headers?: [string, string][] } = {},
): Response {
  const caching: [string, string][] = policy.noStore
    ? [
        ['cache-control', 'no-store'],
        ['pragma', 'no-cache'],
      ]
    : []
  const referrer: [string, string][] = policy.noReferrer ? [['referrer-policy', 'no-referrer']] : []
  return new Response(null, {
    status: credentialsPosted ? policy.redirectStatus : 303,
    headers: [['location', location], ...caching, ...referrer, ...headers],
  })
}

/** Gives the client what the user agreed to (RFC 6749, section 4.1.2). */
export async function grantAccess(
  authorization: Authorization,
  env: AuthorizationServerEnvironment,
  options?: { credentialsPosted: boolean },
): Promise<Response> {
  const { request } = authorization
  const responseType = findResponseType(request.response_type)
  if (!responseType) throw new Error(`Transaction with response_type ${request.response_type}, which nobody answers.`)
  const location = answer(request, await responseType.issue(authorization, env), env)
  return redirect(location, env.policy, options)
}

/** Tells the client by redirect why it gets nothing (RFC 6749, section 4.1.2.1). */
export function refuseByRedirect(
  addressee: Addressee,
  error: OAuthError,
  env: AuthorizationServerEnvironment,
): Response {
  const parameters: Parameters = [
    ['error', error.code],
    ['error_description', error.description],
  ]
  return redirect(answer(addressee, parameters, env), env.policy)
}

/** `state` comes back exactly as it was sent; `iss` names who answers (RFC 9207, section 2). */
function answer(
  { redirect_uri, response_mode, state }: Addressee,
  parameters: Parameters,
  { policy, origins }: AuthorizationServerEnvironment,
): string {
  const echoed: Parameters = state === null ? [] : [['state', state]]
  const issuer: Parameters = policy.issInResponse ? [['iss', origins.issuer]] : []
  const location = addParameters(redirect_uri, [...parameters, ...echoed, ...issuer], response_mode)
  return policy.stopFragments && !location.includes('#') ? `${location}#_` : location
}
