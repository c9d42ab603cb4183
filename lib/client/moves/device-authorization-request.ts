import * as oauth from 'oauth4webapi'
import { encodeBase64Url } from '@/lib/oauth/base64url'
import { checklist } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import { DEVICE_RESPONSE_CHECKS } from '../checks'
import { deviceResponseValid } from '../checks/device-response-valid'
import type { ClientEnvironment } from '../environment'
import { authenticationOf, capture, registrationOf, serverMetadata } from '../server'
import { openSession } from '../sessions'
import type { ClientSession } from '../tables'
import type { ClientMove, Who } from './move'

/** Seconds between two polls where the server does not say (RFC 8628, section 3.2). */
const USUAL_INTERVAL = 5

/** Asks for a code to show (RFC 8628, section 3.1). Nobody has to have opened a page first: the device is switched on. */
export const deviceAuthorizationRequest: ClientMove = {
  to: 'authorization-server',

  async prepare(env, who) {
    const registration = registrationOf(env, who.application)
    return capture(who.application, (options) =>
      oauth.deviceAuthorizationRequest(
        serverMetadata(env),
        { client_id: registration.clientId },
        authenticationOf(env, registration),
        { scope: registration.scope },
        options,
      ),
    )
  },

  async settle(env, who, _request, response) {
    const registration = registrationOf(env, who.application)
    const judged = await judge(env, registration.clientId, response)
    if (judged === null) return 'refusal'
    const session = await deviceSession(env, who)
    await env.store.remove('tokens', session.key)
    await env.store.remove('results', session.key)
    const now = env.now()
    const columns = {
      device_code: judged.device_code,
      user_code: judged.user_code,
      verification_uri: judged.verification_uri,
      scope: registration.scope,
      status: 'waiting',
      interval: judged.interval ?? USUAL_INTERVAL,
      poll_at: now,
      issued_at: now,
      codes_expire_at: now + judged.expires_in * 1000,
      expires_at: session.expires_at,
    }
    if (await env.store.get('devices', session.key)) await env.store.update('devices', session.key, columns)
    else await env.store.insert('devices', { key: session.key, ...columns })
    return 'codes'
  },
}

/** @returns null when the server refused, or a check refused what it said */
async function judge(env: ClientEnvironment, clientId: string, response: Response) {
  const checks = checklist('client', DEVICE_RESPONSE_CHECKS, env)
  try {
    const codes = await oauth.processDeviceAuthorizationResponse(serverMetadata(env), { client_id: clientId }, response)
    await checks.apply(deviceResponseValid, { codes, flaw: null })
    return codes
  } catch (error) {
    if (error instanceof oauth.ResponseBodyError || error instanceof oauth.WWWAuthenticateChallengeError) return null
    if (error instanceof OAuthError) return null
    if (!(error instanceof oauth.OperationProcessingError)) throw error
    try {
      await checks.apply(deviceResponseValid, { codes: null, flaw: error.message })
    } catch {
      // Reported as a check that failed.
    }
    return null
  }
}

/** What the device keeps its codes and tokens under: its session where it has one, or else a new one. */
async function deviceSession(env: ClientEnvironment, { application, session }: Who): Promise<ClientSession> {
  const found = session
    ? await env.store.get('sessions', session)
    : (await env.store.find('sessions', { application })).at(-1)
  return found ?? openSession(encodeBase64Url(env.random(32)), application, env)
}
