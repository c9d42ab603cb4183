import * as oauth from 'oauth4webapi'
import type { ClientEnvironment } from '../environment'
import { authenticationOf, capture, registrationOf, serverMetadata } from '../server'
import type { ClientDevice } from '../tables'
import { type ClientMove, type MoveArrival, sessionOf, type Who } from './move'
import { judgeTokenResponse, keepTokens } from './token-response'

/** Seconds that `slow_down` adds to the interval, for this poll and all later ones (RFC 8628, section 3.5). */
const SLOWER = 5

/** Asks whether the user has answered (RFC 8628, section 3.4). Anything but "not yet" and "slower" ends the asking. */
export const deviceTokenRequest: ClientMove = {
  to: 'authorization-server',

  async prepare(env, who) {
    const { device_code } = await waitingDevice(env, who)
    const registration = registrationOf(env, who.application)
    return capture(who.application, (options) =>
      oauth.deviceCodeGrantRequest(
        serverMetadata(env),
        { client_id: registration.clientId },
        authenticationOf(env, registration),
        device_code,
        options,
      ),
    )
  },

  async patience(env, who) {
    return Math.max(0, (await waitingDevice(env, who)).poll_at - env.now())
  },

  async settle(env, who, _request, response) {
    const device = await waitingDevice(env, who)
    const said = await errorOf(response.clone())
    if (said !== null) return refusedWith(said, device, env)
    const session = await sessionOf(env, who)
    const tokens = await judgeTokenResponse(env, who, (server, client) =>
      oauth.processDeviceCodeResponse(server, client, response),
    )
    if (!tokens) return stop(device, 'refused', env)
    await keepTokens(env, session, tokens, { refresh_token: null, scope: device.scope })
    await env.store.remove('devices', device.key)
    return 'tokens'
  },
}

/**
 * The server did not answer at all: ask half as often from now on (RFC 8628, section 3.5).
 *
 * @returns seconds between two polls from now on
 */
export async function backOff(env: ClientEnvironment, who: Who): Promise<number> {
  const { key, interval } = await waitingDevice(env, who)
  return (await wait(key, interval * 2, env)).interval
}

async function waitingDevice(env: ClientEnvironment, who: Who): Promise<ClientDevice> {
  const found = await env.store.find('sessions', { application: who.application })
  const key = who.session ?? found.at(-1)?.key
  const device = key === undefined ? null : await env.store.get('devices', key)
  if (!device) throw new Error('The device holds no device code. Let it ask for one first.')
  return device
}

async function refusedWith(error: string, device: ClientDevice, env: ClientEnvironment): Promise<MoveArrival> {
  const { key, interval } = device
  switch (error) {
    case 'authorization_pending':
      await wait(key, interval, env)
      return 'pending'
    case 'slow_down':
      await wait(key, interval + SLOWER, env)
      return 'slow-down'
    case 'access_denied':
      return stop(device, 'denied', env)
    case 'expired_token':
      return stop(device, 'expired', env)
    default:
      return stop(device, 'refused', env)
  }
}

async function wait(key: string, interval: number, env: ClientEnvironment) {
  const changes = { interval, poll_at: env.now() + interval * 1000 }
  await env.store.update('devices', key, changes)
  return changes
}

async function stop(
  { key }: ClientDevice,
  status: 'denied' | 'expired' | 'refused',
  env: ClientEnvironment,
): Promise<MoveArrival> {
  await env.store.update('devices', key, { status })
  return status === 'refused' ? 'refusal' : status
}

/** The error code of a refusal (RFC 6749, section 5.2); `''` for a refusal without one, null for a success. */
async function errorOf(response: Response): Promise<string | null> {
  if (response.ok) return null
  try {
    const read: unknown = await response.json()
    const error = typeof read === 'object' && read !== null && 'error' in read ? read.error : null
    return typeof error === 'string' ? error : ''
  } catch {
    return ''
  }
}
