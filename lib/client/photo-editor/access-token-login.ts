import type { ClientEnvironment } from '../environment'
import { notBelieved } from '../id-token/refusal'
import { signIn } from '../id-token/sign-in'
import { keepResult } from '../moves/result'
import { keepTokens } from '../moves/token-response'
import { readPhotos } from '../photos'
import { startSession } from '../sessions'
import { APPLICATION } from './application'

/**
 * The mistake RFC 6749, section 10.16 warns of: asks the drive whose photos the token opens, and takes whoever brought
 * it for that user. The token may have been made for any application at all.
 *
 * @throws OAuthError `invalid_token` when it opens none
 */
export async function signInByAccessToken(
  token: string,
  env: ClientEnvironment,
): Promise<{ user: string; cookie: string }> {
  const headers = { accept: 'application/json', authorization: `Bearer ${token}` }
  const response = await env.fetch(new Request(`${env.origins.resource}/photos`, { headers }))
  const body = await response.text()
  const owner = response.ok ? (readPhotos(body)?.owner ?? null) : null
  if (owner === null) throw notBelieved('The drive does not know this access token.', ['rfc6749-10.16'])
  const { session, cookie } = await startSession(APPLICATION, env)
  await keepTokens(env, session, { access_token: token, token_type: 'bearer' }, { refresh_token: null, scope: '' })
  await keepResult(env, session, response.status, body)
  await signIn(env, session, { subject: owner, name: null })
  return { user: owner, cookie }
}
