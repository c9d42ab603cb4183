import type { Checklist } from '@/lib/oauth/check'
import { type Parameters, parameter } from '@/lib/oauth/form'
import { intersectScope, scopeTokens } from '@/lib/oauth/scope'
import { clientAndRedirectUriOnce } from './checks/client-and-redirect-uri-once'
import { clientRegistered, unknownClient } from './checks/client-registered'
import { noTokenInRedirect } from './checks/no-token-in-redirect'
import { nonceSent } from './checks/nonce-sent'
import { openidRequested } from './checks/openid-requested'
import { pkceChallengeFresh } from './checks/pkce-challenge-fresh'
import { pkceChallengePresent } from './checks/pkce-challenge-present'
import { pkceChallengeWellFormed } from './checks/pkce-challenge-well-formed'
import { pkceMethodSupported } from './checks/pkce-method-supported'
import { promptConsistent } from './checks/prompt-consistent'
import { noRedirectUri, redirectUriDetermined } from './checks/redirect-uri-determined'
import { redirectUriInLab } from './checks/redirect-uri-in-lab'
import { redirectUriRegistered } from './checks/redirect-uri-registered'
import { requestObjectAbsent } from './checks/request-object-absent'
import { requestParametersOnce } from './checks/request-parameters-once'
import { requestedResourceKnown } from './checks/requested-resource-known'
import { requestedScopeAllowed } from './checks/requested-scope-allowed'
import { requestedScopeWellFormed } from './checks/requested-scope-well-formed'
import { responseModeAllowed } from './checks/response-mode-allowed'
import { responseTypeAllowed } from './checks/response-type-allowed'
import { responseTypePresent } from './checks/response-type-present'
import { responseTypeSupported, unsupportedResponseType } from './checks/response-type-supported'
import type { AuthorizationServerEnvironment } from './environment'
import { effectiveScope } from './offline-access'
import type { AuthorizationServerPolicy } from './policy'
import { servedResources } from './resources'
import { RESPONSE_MODES } from './response-modes'
import { answeredResponseTypes, findResponseType } from './response-types'
import type { AuthorizationRequest } from './response-types/response-type'
import { sortWords } from './response-types/words'
import { DEFAULT_SCOPE } from './scopes'
import type { Client } from './tables'

/** Where an answer may go, once client and redirect URI are beyond doubt. */
export interface Destination {
  client: Client
  redirectUri: string
  redirectUriSent: boolean
}

type Checks = Checklist<AuthorizationServerPolicy>

/** The first four decide whether anything may redirect at all (RFC 6749, section 4.1.2.1); the fifth guards the lab. */
export const DESTINATION_CHECKS = [
  clientAndRedirectUriOnce,
  clientRegistered,
  redirectUriDetermined,
  redirectUriRegistered,
  redirectUriInLab,
]

/** What is asked for, once it is clear by whom. */
export const AUTHORIZATION_REQUEST_CHECKS = [
  requestParametersOnce,
  requestObjectAbsent,
  responseTypePresent,
  noTokenInRedirect,
  responseTypeSupported,
  responseTypeAllowed,
  responseModeAllowed,
  nonceSent,
  pkceChallengePresent,
  pkceMethodSupported,
  pkceChallengeWellFormed,
  pkceChallengeFresh,
  requestedScopeWellFormed,
  requestedScopeAllowed,
  openidRequested,
  requestedResourceKnown,
  promptConsistent,
]

/** Throws an `OAuthError` that must be shown to the user, never redirected. */
export async function findDestination(
  parameters: Parameters,
  checks: Checks,
  { store, origins }: AuthorizationServerEnvironment,
): Promise<Destination> {
  await checks.apply(clientAndRedirectUriOnce, parameters)
  const clientId = parameter(parameters, 'client_id')
  const client = clientId === null ? null : await store.get('clients', clientId)
  await checks.apply(clientRegistered, { clientId, client })
  if (!client) throw unknownClient(clientId)
  const sent = parameter(parameters, 'redirect_uri')
  await checks.apply(redirectUriDetermined, { sent, registered: client.redirect_uris })
  const redirectUri = sent ?? client.redirect_uris[0]
  if (redirectUri === undefined) throw noRedirectUri()
  await checks.apply(redirectUriRegistered, { redirectUri, client })
  await checks.apply(redirectUriInLab, { redirectUri, client, origins })
  return { client, redirectUri, redirectUriSent: sent !== null }
}

/** Throws an `OAuthError` that may be told to the client by redirect. */
export async function readAuthorizationRequest(
  parameters: Parameters,
  { client, redirectUri, redirectUriSent }: Destination,
  checks: Checks,
  env: AuthorizationServerEnvironment,
): Promise<AuthorizationRequest> {
  await checks.apply(requestParametersOnce, parameters)
  await checks.apply(requestObjectAbsent, parameters)
  const { responseType, responseMode } = await readResponseType(parameters, client, checks, env)
  const words = responseType.split(' ')
  const nonce = parameter(parameters, 'nonce')
  if (words.includes('id_token')) await checks.apply(nonceSent, { nonce, responseType })
  // A challenge protects a code; a response without one has nothing to prove it with.
  const pkce = words.includes('code') ? await readPkce(parameters, client, checks, env) : NO_PKCE
  const resources = parameters.flatMap(([name, value]) => (name === 'resource' && value !== '' ? [value] : []))
  const scope = await readScope(parameters, client, checks)
  if (words.includes('id_token')) await checks.apply(openidRequested, { scope, responseType })
  if (resources.length > 0) {
    await checks.apply(requestedResourceKnown, { resources, served: await servedResources(resources, env) })
  }
  const prompt = parameter(parameters, 'prompt')
  if (prompt !== null) await checks.apply(promptConsistent, { prompt: scopeTokens(prompt) })
  return {
    client_id: client.key,
    redirect_uri: redirectUri,
    redirect_uri_sent: redirectUriSent,
    response_type: responseType,
    response_mode: responseMode,
    scope: effectiveScope(scope, prompt, responseType),
    state: parameter(parameters, 'state'),
    nonce,
    prompt,
    ...pkce,
    dpop_jkt: env.policy.senderConstrained === 'bearer' ? null : parameter(parameters, 'dpop_jkt'),
    resource: env.policy.audience ? (resources[0] ?? null) : null,
  }
}

async function readResponseType(
  parameters: Parameters,
  client: Client,
  checks: Checks,
  env: AuthorizationServerEnvironment,
) {
  const sent = parameter(parameters, 'response_type')
  const responseType = sent === null ? null : sortWords(sent)
  await checks.apply(responseTypePresent, { responseType })
  if (responseType !== null) await checks.apply(noTokenInRedirect, { responseType })
  const supported = answeredResponseTypes(env).map((one) => one.name)
  await checks.apply(responseTypeSupported, { responseType, supported })
  const found = findResponseType(responseType)
  if (!found) throw unsupportedResponseType(supported)
  const { name, grantTypes, bearsTokens } = found
  await checks.apply(responseTypeAllowed, { responseType: name, grantTypes, client })
  const responseMode = parameter(parameters, 'response_mode')
  await checks.apply(responseModeAllowed, { responseMode, responseType: name, bearsTokens, supported: RESPONSE_MODES })
  return { responseType: name, responseMode: responseMode ?? (bearsTokens ? 'fragment' : 'query') }
}

const NO_PKCE = { code_challenge: null, code_challenge_method: null }

async function readPkce(
  parameters: Parameters,
  client: Client,
  checks: Checks,
  { policy, store }: AuthorizationServerEnvironment,
) {
  const challenge = parameter(parameters, 'code_challenge')
  const method = parameter(parameters, 'code_challenge_method')
  await checks.apply(pkceChallengePresent, { challenge })
  if (challenge !== null) {
    await checks.apply(pkceMethodSupported, { method })
    await checks.apply(pkceChallengeWellFormed, { challenge, method })
    const same = { client_id: client.key, code_challenge: challenge }
    const earlier = policy.refuseReusedChallenge ? await store.find('authorization_codes', same) : []
    await checks.apply(pkceChallengeFresh, { earlierCodes: earlier.length })
  }
  if (challenge === null || policy.pkce === 'off') return NO_PKCE
  return { code_challenge: challenge, code_challenge_method: method ?? 'plain' }
}

/** A request without scope asks for the default, as far as the client registered it, or else all it registered. */
async function readScope(parameters: Parameters, client: Client, checks: Checks): Promise<string> {
  const sent = parameter(parameters, 'scope')
  await checks.apply(requestedScopeWellFormed, { scope: sent })
  const scope = sent ?? (intersectScope(DEFAULT_SCOPE, client.scope) || client.scope)
  await checks.apply(requestedScopeAllowed, { scope, allowed: client.scope })
  return scopeTokens(scope).join(' ')
}
