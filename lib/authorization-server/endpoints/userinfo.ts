import { type Check, checklist } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import { formatChallenge } from '@/lib/oauth/www-authenticate'
import { presentedToken } from '../bearer'
import { tokenIsForAccess } from '../checks/token-is-for-access'
import { tokenKnown } from '../checks/token-known'
import { tokenUnexpired } from '../checks/token-unexpired'
import { tokenUnrevoked } from '../checks/token-unrevoked'
import { userinfoScope } from '../checks/userinfo-scope'
import { userinfoTokenInOnePlace } from '../checks/userinfo-token-in-one-place'
import { userinfoTokenPresented } from '../checks/userinfo-token-presented'
import { noUser, userinfoUser } from '../checks/userinfo-user'
import { userClaims } from '../claims'
import type { Endpoint, EndpointHandler, EndpointRequest } from '../endpoint'
import type { AuthorizationServerEnvironment } from '../environment'
import type { AuthorizationServerPolicy } from '../policy'
import { json } from '../responses'
import { findToken } from '../tokens/lookup'

export const USERINFO_CHECKS: readonly Check<never, AuthorizationServerPolicy>[] = [
  userinfoTokenPresented,
  userinfoTokenInOnePlace,
  tokenKnown,
  tokenIsForAccess,
  tokenUnrevoked,
  tokenUnexpired,
  userinfoScope,
  userinfoUser,
]

const answer: EndpointHandler = async (request, env) => {
  try {
    return json(await claimsFor(request, env), env)
  } catch (error) {
    if (error instanceof OAuthError) return challenge(error, env)
    throw error
  }
}

/** The claims that the presented access token gives right to. Its resource is not compared: this server made it. */
async function claimsFor(request: EndpointRequest, env: AuthorizationServerEnvironment) {
  const rules = checklist('authorization-server', USERINFO_CHECKS, env)
  const presented = presentedToken(request)
  await rules.apply(userinfoTokenPresented, presented)
  await rules.apply(userinfoTokenInOnePlace, presented)
  const token = await findToken(env, presented.header ?? presented.body ?? '', 'access_token')
  await rules.apply(tokenKnown, { token })
  if (!token) throw noUser()
  await rules.apply(tokenIsForAccess, { token })
  await rules.apply(tokenUnrevoked, { token })
  await rules.apply(tokenUnexpired, { token, now: env.now() })
  const { scope, user_id } = token.row
  await rules.apply(userinfoScope, { scope })
  const user = user_id === null ? null : await env.store.get('users', user_id)
  await rules.apply(userinfoUser, { user })
  if (!user) throw noUser()
  return userClaims(user, scope)
}

/** A refusal with its challenge (RFC 6750, section 3). Without credentials in the request it names no error. */
function challenge(error: OAuthError, env: Pick<AuthorizationServerEnvironment, 'policy'>): Response {
  const { code, description, status, silent } = error
  const parameters = {
    realm: 'UserInfo',
    ...(silent ? {} : { error: code, error_description: description }),
    ...(code === 'insufficient_scope' ? { scope: 'openid' } : {}),
  }
  const headers = { 'www-authenticate': formatChallenge({ scheme: 'Bearer', parameters }) }
  return json(silent ? {} : { error: code, error_description: description }, env, { status, headers })
}

/** The UserInfo endpoint (OpenID Connect Core, section 5.3): claims about the user for whoever holds her access token. */
export const userinfo: Endpoint = { path: '/userinfo', kind: 'api', methods: { GET: answer, POST: answer } }
