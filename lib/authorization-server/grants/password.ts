import { encodeBase64Url } from '@/lib/oauth/base64url'
import type { Checklist } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import { parameter } from '@/lib/oauth/form'
import { ownerCredentialsSent } from '../checks/owner-credentials-sent'
import { ownerGuessesLimited } from '../checks/owner-guesses-limited'
import { ownerPasswordCorrect, wrongCredentialsOfOwner } from '../checks/owner-password-correct'
import { requestedScopeAllowed } from '../checks/requested-scope-allowed'
import { requestedScopeWellFormed } from '../checks/requested-scope-well-formed'
import { resourceGranted } from '../checks/resource-granted'
import type { AuthorizationServerEnvironment } from '../environment'
import { countFailure, failedGuesses } from '../guesses'
import type { AuthorizationServerPolicy } from '../policy'
import { DEFAULT_SCOPE } from '../scopes'
import type { User } from '../tables'
import { issueAccessToken } from '../tokens/access-token'
import { issueRefreshToken, keyOfPublic } from '../tokens/refresh-token'
import { requestedResources } from '../tokens/request'
import { tokenResponse } from '../tokens/token-response'
import type { TokenGrant, TokenRequest } from './grant'

/**
 * `password` (RFC 6749, section 4.3): the application brings the user's own password. The user is not here and sees
 * no consent page, so all that limits the scope is what the client is registered for. RFC 9700, section 2.4 forbids it.
 */
export const password: TokenGrant = {
  grantType: 'password',
  withheld: ({ passwordGrant }) =>
    passwordGrant
      ? null
      : {
          because:
            'An app that handles the user’s password can keep it, use it for everything, and teaches users to type it anywhere. RFC 9700 says this grant must not be used, and OAuth 2.1 has none.',
          cites: ['rfc9700-2.4'],
        },
  checks: [
    ownerCredentialsSent,
    requestedScopeWellFormed,
    requestedScopeAllowed,
    resourceGranted,
    ownerGuessesLimited,
    ownerPasswordCorrect,
  ],
  async handle({ form, client, jkt }, env, rules) {
    const username = parameter(form, 'username')
    const typed = parameter(form, 'password')
    await rules.apply(ownerCredentialsSent, { username, password: typed })
    const requested = parameter(form, 'scope')
    await rules.apply(requestedScopeWellFormed, { scope: requested })
    const scope = requested ?? DEFAULT_SCOPE
    await rules.apply(requestedScopeAllowed, { scope, allowed: client.scope })
    const granted = env.origins.resource
    await rules.apply(resourceGranted, { resources: requestedResources(form), granted })
    const user = await authenticate({ username: username ?? '', password: typed ?? '' }, env, rules)
    return grantTo({ form, client, jkt }, user, scope, env)
  },
}

async function authenticate(
  { username, password: typed }: { username: string; password: string },
  env: AuthorizationServerEnvironment,
  rules: Checklist<AuthorizationServerPolicy>,
): Promise<User> {
  const guesser = `user ${username.slice(0, 100)}`
  await rules.apply(ownerGuessesLimited, await failedGuesses(guesser, env))
  const found = await env.store.get('users', username)
  const user = found?.disabled_at === null ? found : null
  try {
    await rules.apply(ownerPasswordCorrect, { password: typed, user })
    if (!user) throw wrongCredentialsOfOwner()
    return user
  } catch (error) {
    if (error instanceof OAuthError) await countFailure(guesser, env)
    throw error
  }
}

async function grantTo(
  { form, client, jkt }: TokenRequest,
  user: User,
  scope: string,
  env: AuthorizationServerEnvironment,
) {
  const now = env.now()
  const grant_id = encodeBase64Url(env.random(16))
  const resource = requestedResources(form)[0] ?? null
  const owner = { client_id: client.key, user_id: user.key, scope, resource }
  const { accessTokenLifetimeSeconds } = env.policy
  await env.store.insert('grants', {
    ...owner,
    key: grant_id,
    grant_type: 'password',
    issued_at: now,
    revoked_at: null,
    revoked_because: null,
    expires_at: now + accessTokenLifetimeSeconds * 1000,
  })
  const accessToken = await issueAccessToken(env, {
    clientId: client.key,
    userId: user.key,
    scope,
    grantId: grant_id,
    resource,
    authTime: now,
    jkt,
  })
  const refreshable = client.grant_types.includes('refresh_token')
  const family = { ...owner, grant_id, auth_time: now, nonce: null, jkt: keyOfPublic(client, jkt) }
  return tokenResponse(accessToken, scope, refreshable ? await issueRefreshToken(env, family) : null)
}
