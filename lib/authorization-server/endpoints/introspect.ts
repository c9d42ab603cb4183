import { type Check, type Checklist, checklist } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import { parameter } from '@/lib/oauth/form'
import { callerConfidential } from '../checks/caller-confidential'
import { tokenForCaller } from '../checks/token-for-caller'
import { tokenKnown } from '../checks/token-known'
import { tokenSent } from '../checks/token-sent'
import { tokenUnexpired } from '../checks/token-unexpired'
import { tokenUnrevoked } from '../checks/token-unrevoked'
import { authenticateClient, CLIENT_AUTHENTICATION_CHECKS, concerning } from '../client-authentication/authenticate'
import type { Endpoint, EndpointHandler } from '../endpoint'
import type { AuthorizationServerEnvironment } from '../environment'
import { FORM_CHECKS, readForm } from '../form-request'
import type { AuthorizationServerPolicy } from '../policy'
import { json } from '../responses'
import type { Client } from '../tables'
import { type FoundToken, findToken } from '../tokens/lookup'

/** From `tokenKnown` on, a failed check is no error: the answer is that the token is not active. */
export const INTROSPECTION_CHECKS: readonly Check<never, AuthorizationServerPolicy>[] = [
  ...FORM_CHECKS,
  ...CLIENT_AUTHENTICATION_CHECKS,
  callerConfidential,
  tokenSent,
  tokenKnown,
  tokenForCaller,
  tokenUnrevoked,
  tokenUnexpired,
]

type Rules = Checklist<AuthorizationServerPolicy>

const answer: EndpointHandler = async (request, env) => {
  const rules = checklist('authorization-server', concerning(request.form, INTROSPECTION_CHECKS), env)
  const form = readForm(request, rules)
  const caller = env.policy.introspectionAuthenticated ? await authenticateClient(request, form, env, rules) : null
  await rules.apply(callerConfidential, { caller })
  const value = parameter(form, 'token')
  await rules.apply(tokenSent, { value })
  const found = await findToken(env, value ?? '', parameter(form, 'token_type_hint'))
  return json(
    (await isActive(found, caller, env, rules)) && found ? await information(found, env) : { active: false },
    env,
  )
}

/** The wire never says why a token is not active (RFC 7662, section 2.2); the learner reads it in the checks. */
async function isActive(
  token: FoundToken | null,
  caller: Client | null,
  { now, origins }: AuthorizationServerEnvironment,
  rules: Rules,
): Promise<boolean> {
  try {
    await rules.apply(tokenKnown, { token })
    if (!token) return false
    await rules.apply(tokenForCaller, { token, caller, defaultResource: origins.resource })
    await rules.apply(tokenUnrevoked, { token })
    await rules.apply(tokenUnexpired, { token, now: now() })
    return true
  } catch (error) {
    if (error instanceof OAuthError) return false
    throw error
  }
}

/**
 * What the caller is told about an active token (RFC 7662, section 2.2). A refresh token has no token_type: no resource
 * server may take it for an access token.
 */
async function information(
  found: FoundToken,
  { store, origins }: AuthorizationServerEnvironment,
): Promise<Record<string, unknown>> {
  const { client_id, user_id, scope, expires_at, issued_at } = found.row
  const user = user_id === null ? null : await store.get('users', user_id)
  const shared = {
    active: true,
    iss: origins.issuer,
    sub: user_id ?? client_id,
    client_id,
    ...(user && { username: user.username }),
    scope,
    iat: Math.floor(issued_at / 1000),
    exp: Math.floor(expires_at / 1000),
  }
  if (found.kind === 'refresh_token') return shared
  const { resource, jkt, jti, act, may_act } = found.row
  return {
    ...shared,
    token_type: jkt === null ? 'Bearer' : 'DPoP',
    ...(jkt !== null && { cnf: { jkt } }),
    ...(resource !== null && { aud: resource }),
    ...(jti !== null && { jti }),
    ...(act !== null && { act: JSON.parse(act) }),
    ...(may_act !== null && { may_act: { sub: may_act } }),
  }
}

/** The introspection endpoint (RFC 7662, section 2). */
export const introspect: Endpoint = { path: '/introspect', kind: 'api', methods: { POST: answer } }
