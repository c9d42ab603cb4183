import { type Check, checklist } from '@/lib/oauth/check'
import { DPOP_ALGORITHMS } from '@/lib/oauth/dpop/signature'
import { OAuthError } from '@/lib/oauth/errors'
import { formatChallenge } from '@/lib/oauth/www-authenticate'
import { type PresentedToken, presentedToken } from '../bearer'
import { tokenBoundToKey } from '../checks/token-bound-to-key'
import { tokenIsForAccess } from '../checks/token-is-for-access'
import { tokenKnown } from '../checks/token-known'
import { tokenUnexpired } from '../checks/token-unexpired'
import { tokenUnrevoked } from '../checks/token-unrevoked'
import { userinfoScope } from '../checks/userinfo-scope'
import { userinfoTokenInOnePlace } from '../checks/userinfo-token-in-one-place'
import { userinfoTokenPresented } from '../checks/userinfo-token-presented'
import { noUser, userinfoUser } from '../checks/userinfo-user'
import { userClaims } from '../claims'
import { provenHolder, TOKEN_PROOF_CHECKS } from '../dpop'
import type { Endpoint, EndpointHandler, EndpointRequest } from '../endpoint'
import type { AuthorizationServerEnvironment } from '../environment'
import type { AuthorizationServerPolicy } from '../policy'
import { json } from '../responses'
import { findToken } from '../tokens/lookup'

export const USERINFO_CHECKS: readonly Check<never, AuthorizationServerPolicy>[] = [
  userinfoTokenPresented,
  userinfoTokenInOnePlace,
  ...TOKEN_PROOF_CHECKS,
  tokenKnown,
  tokenIsForAccess,
  tokenUnrevoked,
  tokenUnexpired,
  tokenBoundToKey,
  userinfoScope,
  userinfoUser,
]

const answer: EndpointHandler = async (request, env) => {
  const presented = presentedToken(request)
  try {
    return json(await claimsFor(request, presented, env), env)
  } catch (error) {
    if (error instanceof OAuthError) return challenge(error, presented, env)
    throw error
  }
}

/** The claims that the presented access token gives right to. Its resource is not compared: this server made it. */
async function claimsFor(request: EndpointRequest, presented: PresentedToken, env: AuthorizationServerEnvironment) {
  const asDpop = presented.scheme === 'DPoP'
  const order = USERINFO_CHECKS.filter((check) => asDpop || !TOKEN_PROOF_CHECKS.includes(check))
  const rules = checklist('authorization-server', order, env)
  await rules.apply(userinfoTokenPresented, presented)
  await rules.apply(userinfoTokenInOnePlace, presented)
  const value = presented.header ?? presented.body ?? ''
  const proven = asDpop ? await provenHolder(request, value, env, rules) : null
  const token = await findToken(env, value, 'access_token')
  await rules.apply(tokenKnown, { token })
  if (!token) throw noUser()
  await rules.apply(tokenIsForAccess, { token })
  await rules.apply(tokenUnrevoked, { token })
  await rules.apply(tokenUnexpired, { token, now: env.now() })
  await rules.apply(tokenBoundToKey, { bound: token.row.jkt, proven })
  const { scope, user_id } = token.row
  await rules.apply(userinfoScope, { scope })
  const user = user_id === null ? null : await env.store.get('users', user_id)
  await rules.apply(userinfoUser, { user })
  if (!user) throw noUser()
  return userClaims(user, scope)
}

/** A refusal with its challenge (RFC 6750, section 3). Without credentials in the request it names no error. */
function challenge(
  { code, description, status, silent, headers: more }: OAuthError,
  { scheme }: PresentedToken,
  env: Pick<AuthorizationServerEnvironment, 'policy'>,
): Response {
  const ofProof = code === 'invalid_dpop_proof' || code === 'use_dpop_nonce'
  const parameters = {
    realm: 'UserInfo',
    ...(silent ? {} : { error: code, error_description: description }),
    ...(code === 'insufficient_scope' ? { scope: 'openid' } : {}),
    ...(scheme === 'DPoP' ? { algs: DPOP_ALGORITHMS.join(' ') } : {}),
  }
  const headers = { ...more, 'www-authenticate': formatChallenge({ scheme, parameters }) }
  return json(silent ? {} : { error: code, error_description: description }, env, {
    status: ofProof ? 401 : status,
    headers,
  })
}

/** The UserInfo endpoint (OpenID Connect Core, section 5.3): claims about the user for whoever holds her access token. */
export const userinfo: Endpoint = { path: '/userinfo', kind: 'api', methods: { GET: answer, POST: answer } }
