import { parameter } from '@/lib/oauth/form'
import { codeBoundToClient } from '../checks/code-bound-to-client'
import { codeBoundToKey } from '../checks/code-bound-to-key'
import { codeKnown, unknownCode } from '../checks/code-known'
import { codeRedirectUriRepeated } from '../checks/code-redirect-uri-repeated'
import { codeSent } from '../checks/code-sent'
import { codeUnexpired } from '../checks/code-unexpired'
import { codeUnused } from '../checks/code-unused'
import { grantStands } from '../checks/grant-stands'
import { resourceGranted } from '../checks/resource-granted'
import { tokenScopeConsented } from '../checks/token-scope-consented'
import { userEnabled } from '../checks/user-enabled'
import { verifierExpected } from '../checks/verifier-expected'
import { verifierMatches } from '../checks/verifier-matches'
import { verifierSent } from '../checks/verifier-sent'
import { verifierWellFormed } from '../checks/verifier-well-formed'
import type { AuthorizationServerEnvironment } from '../environment'
import { secretKey } from '../secret-key'
import type { AuthorizationCode } from '../tables'
import { issueAccessToken } from '../tokens/access-token'
import { revokeGrant } from '../tokens/grants'
import { issueIdToken } from '../tokens/id-token'
import { issueRefreshToken, keyOfPublic } from '../tokens/refresh-token'
import { narrowedScope, requestedResources } from '../tokens/request'
import { tokenResponse } from '../tokens/token-response'
import type { TokenGrant } from './grant'

/**
 * `authorization_code` (RFC 6749, section 4.1.3, with RFC 7636). Whether the code was used before is asked last: so
 * only a replay that is otherwise valid revokes anything, and nobody who merely saw a code can end Alice's session
 * (OAuth 2.1, section 7.5.2). For the same reason a failed request does not use up the code.
 */
export const authorizationCode: TokenGrant = {
  grantType: 'authorization_code',
  checks: [
    codeSent,
    codeKnown,
    codeBoundToClient,
    codeRedirectUriRepeated,
    codeBoundToKey,
    verifierExpected,
    verifierSent,
    verifierWellFormed,
    verifierMatches,
    codeUnexpired,
    userEnabled,
    resourceGranted,
    tokenScopeConsented,
    grantStands,
    codeUnused,
  ],
  async handle({ form, client, jkt }, env, rules) {
    const value = parameter(form, 'code')
    await rules.apply(codeSent, { value })
    const code = await env.store.get('authorization_codes', await secretKey(env, value ?? ''))
    await rules.apply(codeKnown, { code })
    if (!code) throw unknownCode()
    await rules.apply(codeBoundToClient, { code, client })
    await rules.apply(codeRedirectUriRepeated, { code, sent: parameter(form, 'redirect_uri') })
    await rules.apply(codeBoundToKey, { code, jkt })

    const verifier = parameter(form, 'code_verifier')
    if (code.code_challenge === null) await rules.apply(verifierExpected, { verifier })
    else {
      await rules.apply(verifierSent, { verifier })
      if (verifier !== null) {
        await rules.apply(verifierWellFormed, { verifier })
        await rules.apply(verifierMatches, { verifier, code })
      }
    }
    await rules.apply(codeUnexpired, { code, now: env.now() })
    await rules.apply(userEnabled, { user: await env.store.get('users', code.user_id) })
    await rules.apply(resourceGranted, {
      resources: requestedResources(form),
      granted: code.resource ?? env.origins.resource,
    })
    const scope = narrowedScope(parameter(form, 'scope'), code.scope, env.policy)
    await rules.apply(tokenScopeConsented, { requested: parameter(form, 'scope'), consented: code.scope, scope })

    await rules.apply(grantStands, { grant: await env.store.get('grants', code.grant_id) })
    await rules.apply(codeUnused, { use: () => useUp(code, env), now: env.now() })

    const { client_id, user_id, grant_id, resource, auth_time, nonce } = code
    const tokenRequest = {
      clientId: client_id,
      userId: user_id,
      scope,
      grantId: grant_id,
      resource,
      authTime: auth_time,
      jkt,
    }
    const accessToken = await issueAccessToken(env, tokenRequest)
    const refreshable = client.grant_types.includes('refresh_token')
    const family = {
      client_id,
      user_id,
      scope: code.scope,
      grant_id,
      resource,
      auth_time,
      nonce,
      jkt: keyOfPublic(client, jkt),
    }
    const response = tokenResponse(accessToken, scope, refreshable ? await issueRefreshToken(env, family) : null)
    const login = { client, userId: user_id, scope, authTime: auth_time, nonce, accessToken: accessToken.value }
    return { ...response, ...(await issueIdToken(env, login)) }
  },
}

/** Marks the code used and answers since when it had been; a replay revokes what was made from it. */
async function useUp(code: AuthorizationCode, env: AuthorizationServerEnvironment): Promise<number | null> {
  const usedAt = env.policy.codeClaimedAtomically ? await claim(code, env) : await findThenMark(code, env)
  if (usedAt !== null && env.policy.revokeOnCodeReplay) await revokeGrant(env, code.grant_id, 'code replayed')
  return usedAt
}

async function claim({ key, used_at }: AuthorizationCode, { store, now }: AuthorizationServerEnvironment) {
  const claimed = await store.claim('authorization_codes', key)
  if (claimed === 'missing') throw unknownCode()
  return claimed === 'claimed' ? null : (used_at ?? now())
}

/** What careless servers do: whoever looked before the mark was set gets through as well. */
async function findThenMark({ key, used_at }: AuthorizationCode, { store, now }: AuthorizationServerEnvironment) {
  if (used_at === null) await store.update('authorization_codes', key, { used_at: now() })
  return used_at
}
