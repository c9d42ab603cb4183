import { encodeUtf8 } from '@/lib/oauth/base64url'
import { OAuthError } from '@/lib/oauth/errors'
import { encodeForm, encodeFormValue } from '@/lib/oauth/form'
import { WholeHeaders } from '@/lib/oauth/whole-headers'
import { WholeRequest } from '@/lib/oauth/whole-messages'
import type { ResourceServerEnvironment } from './environment'

/**
 * Asks the authorization server about a token (RFC 7662, section 2), authenticated with HTTP Basic.
 *
 * @returns the members of the answer; `active` says whether the token is good
 * @throws OAuthError `temporarily_unavailable` (503) when the server gives no usable answer
 */
export async function introspect(
  token: string,
  env: Pick<ResourceServerEnvironment, 'origins' | 'fetch' | 'credentials'>,
): Promise<Record<string, unknown>> {
  const { clientId, clientSecret } = env.credentials
  const headers = WholeHeaders.of([
    ['accept', 'application/json'],
    ['authorization', `Basic ${btoa(`${encodeFormValue(clientId)}:${encodeFormValue(clientSecret)}`)}`],
    ['content-type', 'application/x-www-form-urlencoded'],
  ])
  const question = encodeForm([
    ['token', token],
    ['token_type_hint', 'access_token'],
  ])
  const response = await env.fetch(
    WholeRequest.of('POST', `${env.origins.issuer}/introspect`, headers, encodeUtf8(question)),
  )
  const answer: unknown = response.ok ? await response.json() : null
  if (typeof answer !== 'object' || answer === null || !('active' in answer)) {
    throw new OAuthError({
      code: 'temporarily_unavailable',
      description: 'The drive could not ask the authorization server about the token.',
      cites: ['rfc7662-2.2'],
      status: 503,
      hint: `The authorization server answered the drive's own request with ${response.status}.`,
    })
  }
  return { ...answer }
}
