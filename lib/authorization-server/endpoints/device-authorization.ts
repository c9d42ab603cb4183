import { type Check, checklist } from '@/lib/oauth/check'
import { parameter } from '@/lib/oauth/form'
import { intersectScope, scopeTokens } from '@/lib/oauth/scope'
import { grantTypeRegistered } from '../checks/grant-type-registered'
import { requestedResourceKnown } from '../checks/requested-resource-known'
import { requestedScopeAllowed } from '../checks/requested-scope-allowed'
import { requestedScopeWellFormed } from '../checks/requested-scope-well-formed'
import { authenticateClient, CLIENT_AUTHENTICATION_CHECKS, concerning } from '../client-authentication/authenticate'
import { DEVICE_CODE_GRANT, issueDeviceCode } from '../device/device-codes'
import type { Endpoint, EndpointHandler } from '../endpoint'
import { FORM_CHECKS, readForm } from '../form-request'
import type { AuthorizationServerPolicy } from '../policy'
import { servedResources } from '../resources'
import { json } from '../responses'
import { DEFAULT_SCOPE } from '../scopes'
import { requestedResources } from '../tokens/request'

export const DEVICE_AUTHORIZATION_CHECKS: readonly Check<never, AuthorizationServerPolicy>[] = [
  ...FORM_CHECKS,
  ...CLIENT_AUTHENTICATION_CHECKS,
  grantTypeRegistered,
  requestedScopeWellFormed,
  requestedScopeAllowed,
  requestedResourceKnown,
]

const answer: EndpointHandler = async (request, env) => {
  const rules = checklist('authorization-server', concerning(request.form, DEVICE_AUTHORIZATION_CHECKS), env)
  const form = readForm(request, rules)
  const client = await authenticateClient(request, form, env, rules)
  await rules.apply(grantTypeRegistered, { grantType: DEVICE_CODE_GRANT, client })
  const sent = parameter(form, 'scope')
  await rules.apply(requestedScopeWellFormed, { scope: sent })
  const scope = sent ?? (intersectScope(DEFAULT_SCOPE, client.scope) || client.scope)
  await rules.apply(requestedScopeAllowed, { scope, allowed: client.scope })
  const resources = requestedResources(form)
  if (resources.length > 0) {
    await rules.apply(requestedResourceKnown, { resources, served: await servedResources(resources, env) })
  }

  const issued = await issueDeviceCode(env, {
    client_id: client.key,
    scope: scopeTokens(scope).join(' '),
    resource: env.policy.audience ? (resources[0] ?? null) : null,
  })
  const verificationUri = `${env.origins.issuer}/device`
  return json(
    {
      device_code: issued.deviceCode,
      user_code: issued.userCode,
      verification_uri: verificationUri,
      verification_uri_complete: `${verificationUri}?user_code=${issued.userCode}`,
      expires_in: issued.expiresIn,
      interval: issued.interval,
    },
    env,
  )
}

/** The device authorization endpoint (RFC 8628, section 3.1): a device asks for a code it can show. */
export const deviceAuthorization: Endpoint = {
  path: '/device_authorization',
  kind: 'api',
  methods: { POST: answer },
}
