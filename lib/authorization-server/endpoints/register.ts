import { type Check, type Checklist, checklist } from '@/lib/oauth/check'
import { fetchedKeysReadable } from '../checks/fetched-keys-readable'
import { registeredKeysByValue } from '../checks/registered-keys-by-value'
import { registrationJson } from '../checks/registration-json'
import { registrationUnprotected } from '../checks/registration-unprotected'
import { registrationsLimited } from '../checks/registrations-limited'
import type { Endpoint, EndpointHandler, EndpointRequest } from '../endpoint'
import type { AuthorizationServerEnvironment } from '../environment'
import type { AuthorizationServerPolicy } from '../policy'
import { registerClient } from '../registration'
import { fetchKeys } from '../registration/fetched-keys'
import { json } from '../responses'

/** Before the checks of the metadata itself, which are in `registration/checks`. */
export const REGISTRATION_REQUEST_CHECKS: readonly Check<never, AuthorizationServerPolicy>[] = [
  registrationUnprotected,
  registrationJson,
  registrationsLimited,
  registeredKeysByValue,
  fetchedKeysReadable,
]

const answer: EndpointHandler = async (request, env) => {
  const rules = checklist('authorization-server', REGISTRATION_REQUEST_CHECKS, env)
  await rules.apply(registrationUnprotected, { authorization: request.headers.get('authorization') })
  const metadata = readObject(request)
  await rules.apply(registrationJson, { metadata, mediaType: request.headers.get('content-type') })
  const selfRegistered = await env.store.find('clients', { trusted: false })
  await rules.apply(registrationsLimited, { registered: selfRegistered.length })
  const { client_id: wished, ...sent } = metadata ?? {}
  const requested = await withKeys(sent, rules, env)
  const options = { trusted: false, ...(typeof wished === 'string' && { wishedId: wished }) }
  return json(await registerClient(env, requested, options), env, { status: 201 })
}

/** The metadata with its keys by value: fetched from `jwks_uri`, where the policy lets this server do such a thing. */
async function withKeys(
  { jwks_uri, ...metadata }: Readonly<Record<string, unknown>>,
  rules: Checklist<AuthorizationServerPolicy>,
  env: AuthorizationServerEnvironment,
): Promise<Record<string, unknown>> {
  const jwksUri = typeof jwks_uri === 'string' ? jwks_uri : null
  await rules.apply(registeredKeysByValue, { jwksUri })
  if (jwksUri === null || metadata.jwks !== undefined) return { jwks_uri, ...metadata }
  const fetched = await fetchKeys(jwksUri, env)
  await rules.apply(fetchedKeysReadable, fetched)
  return { ...metadata, jwks: fetched.jwks }
}

/** The body as a JSON object; null when it is none. */
function readObject({ headers, body }: EndpointRequest): Record<string, unknown> | null {
  const mediaType = headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (mediaType !== 'application/json') return null
  try {
    const value: unknown = JSON.parse(body)
    return value !== null && typeof value === 'object' && !Array.isArray(value) ? { ...value } : null
  } catch {
    return null
  }
}

/** The client registration endpoint (RFC 7591, section 3). It fetches nothing, unless the policy is careless. */
export const register: Endpoint = { path: '/register', kind: 'api', methods: { POST: answer } }
