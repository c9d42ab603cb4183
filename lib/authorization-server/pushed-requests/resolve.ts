import type { Check, Checklist } from '@/lib/oauth/check'
import { type Parameters, parameter, parseForm } from '@/lib/oauth/form'
import { requestUriBoundToClient } from '../checks/request-uri-bound-to-client'
import { requestUriKnown } from '../checks/request-uri-known'
import { requestUriUnexpired } from '../checks/request-uri-unexpired'
import { requestUriUnused } from '../checks/request-uri-unused'
import type { AuthorizationServerEnvironment } from '../environment'
import type { AuthorizationServerPolicy } from '../policy'
import { secretKey } from '../secret-key'
import { invalidRequestUri } from './invalid-request-uri'
import { REQUEST_URI_PREFIX } from './push'

export const PUSHED_REQUEST_CHECKS: readonly Check<never, AuthorizationServerPolicy>[] = [
  requestUriKnown,
  requestUriBoundToClient,
  requestUriUnexpired,
  requestUriUnused,
]

/**
 * The authorization request that was meant: what was pushed, when the parameters refer to it, and then nothing that
 * stands beside the reference (RFC 9126, section 4; RFC 9101, section 5); the parameters themselves otherwise.
 *
 * @throws OAuthError `invalid_request_uri`, to be shown to the user
 */
export async function requestMeant(
  parameters: Parameters,
  rules: Checklist<AuthorizationServerPolicy>,
  env: AuthorizationServerEnvironment,
): Promise<{ parameters: Parameters; pushed: boolean }> {
  const reference = parameter(parameters, 'request_uri')
  if (!reference?.startsWith(REQUEST_URI_PREFIX) || env.policy.pushedRequests === 'off') {
    return { parameters, pushed: false }
  }
  const key = await secretKey(env, reference)
  const pushed = await env.store.get('pushed_requests', key)
  await rules.apply(requestUriKnown, { pushed })
  if (!pushed) throw invalidRequestUri('There is no such request.', ['rfc9126-4'])
  const clientIds = parameters.flatMap(([name, value]) => (name === 'client_id' ? [value] : []))
  await rules.apply(requestUriBoundToClient, { pushed, clientIds })
  await rules.apply(requestUriUnexpired, { pushed, now: env.now() })
  const use = async () => (await env.store.claim('pushed_requests', key)) === 'claimed'
  await rules.apply(requestUriUnused, { use })
  return { parameters: parseForm(pushed.parameters), pushed: true }
}
