import { type Check, checklist } from '@/lib/oauth/check'
import { registrationJson } from '../checks/registration-json'
import { registrationUnprotected } from '../checks/registration-unprotected'
import { registrationsLimited } from '../checks/registrations-limited'
import type { Endpoint, EndpointHandler, EndpointRequest } from '../endpoint'
import type { AuthorizationServerPolicy } from '../policy'
import { registerClient } from '../registration'
import { json } from '../responses'

/** Before the checks of the metadata itself, which are in `registration/checks`. */
export const REGISTRATION_REQUEST_CHECKS: readonly Check<never, AuthorizationServerPolicy>[] = [
  registrationUnprotected,
  registrationJson,
  registrationsLimited,
]

const answer: EndpointHandler = async (request, env) => {
  const rules = checklist('authorization-server', REGISTRATION_REQUEST_CHECKS, env)
  await rules.apply(registrationUnprotected, { authorization: request.headers.get('authorization') })
  const metadata = readObject(request)
  await rules.apply(registrationJson, { metadata, mediaType: request.headers.get('content-type') })
  const selfRegistered = await env.store.find('clients', { trusted: false })
  await rules.apply(registrationsLimited, { registered: selfRegistered.length })
  const { client_id: wished, ...requested } = metadata ?? {}
  const options = { trusted: false, ...(typeof wished === 'string' && { wishedId: wished }) }
  return json(await registerClient(env, requested, options), env, { status: 201 })
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

/** The client registration endpoint (RFC 7591, section 3). It never fetches a URL. */
export const register: Endpoint = { path: '/register', kind: 'api', methods: { POST: answer } }
