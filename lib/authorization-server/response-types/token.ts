import type { Soon } from '@/lib/oauth/soon'
import type { AuthorizationServerEnvironment } from '../environment'
import { type IssuedAccessToken, issueAccessToken } from '../tokens/access-token'
import type { Authorization } from './response-type'

/**
 * The word `token` (RFC 6749, section 4.2.2): the access token itself, in the redirect. There is never a refresh token
 * beside it: nothing here proves who would hold it.
 */
export function issueToken(
  { request: { client_id, resource }, userId, authTime, scope }: Authorization,
  grantId: string,
  env: AuthorizationServerEnvironment,
): Soon<IssuedAccessToken> {
  return issueAccessToken(env, {
    clientId: client_id,
    userId,
    scope,
    grantId,
    resource,
    authTime,
    // A redirect comes without a proof.
    jkt: null,
  })
}
