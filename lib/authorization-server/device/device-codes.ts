import { encodeBase64Url } from '@/lib/oauth/base64url'
import type { Soon } from '@/lib/oauth/soon'
import type { AuthorizationServerEnvironment } from '../environment'
import { newSecret, secretKey } from '../secret-key'
import type { DeviceCode } from '../tables'
import { displayUserCode, newUserCode, userCodeKey } from './user-code'

/** The grant's name on the wire (RFC 8628, section 3.4). */
export const DEVICE_CODE_GRANT = 'urn:ietf:params:oauth:grant-type:device_code'

/** Seconds a device waits between two polls, at first. */
const FIRST_INTERVAL = 5
/** How long expired codes are remembered, in milliseconds: `expired_token` tells a device more than `invalid_grant`. */
const REMEMBERED = 24 * 60 * 60 * 1000

/** A pair of codes as the device gets it. */
export interface IssuedCodes {
  deviceCode: string
  /** As people see it: `WDJB-MJHT`. */
  userCode: string
  /** Seconds. */
  expiresIn: number
  /** Seconds. */
  interval: number
}

/** Makes the two codes: one only the device knows, one for a person to type (RFC 8628, section 3.2). */
export async function issueDeviceCode(
  env: AuthorizationServerEnvironment,
  request: Pick<DeviceCode, 'client_id' | 'scope' | 'resource'>,
): Promise<IssuedCodes> {
  const now = env.now()
  const expiresIn = env.policy.deviceCodeLifetimeSeconds
  const deviceCode = newSecret(env)
  const userCode = await freshUserCode(env)
  await env.store.insert('device_codes', {
    ...request,
    key: await secretKey(env, deviceCode),
    user_code_hash: await userCodeKey(env, userCode),
    status: 'pending',
    interval: FIRST_INTERVAL,
    last_polled_at: null,
    user_id: null,
    auth_time: null,
    grant_id: encodeBase64Url(env.random(16)),
    issued_at: now,
    codes_expire_at: now + expiresIn * 1000,
    expires_at: now + expiresIn * 1000 + REMEMBERED,
    used_at: null,
  })
  const shown = displayUserCode(userCode)
  env.report({ type: 'secret', secret: { kind: 'device_code', value: deviceCode, madeBy: 'authorization-server' } })
  env.report({ type: 'secret', secret: { kind: 'user_code', value: shown, madeBy: 'authorization-server' } })
  return { deviceCode, userCode: shown, expiresIn, interval: FIRST_INTERVAL }
}

/** Two devices must never show the same code at the same time. */
async function freshUserCode(env: AuthorizationServerEnvironment): Promise<string> {
  const code = newUserCode(env)
  return (await findByUserCode(env, code)) === null ? code : freshUserCode(env)
}

/** The newest request a typed code belongs to that nobody has answered, expired or not; null when there is none. */
export async function findByUserCode(env: AuthorizationServerEnvironment, typed: string): Promise<DeviceCode | null> {
  const found = await env.store.find('device_codes', { user_code_hash: await userCodeKey(env, typed) })
  const unanswered = found.filter(({ status }) => status === 'pending')
  return unanswered.toSorted((one, other) => other.issued_at - one.issued_at)[0] ?? null
}

/** Keeps what the user decided, with the grant that everything given to the device will hang on. */
export async function approveDevice(
  env: AuthorizationServerEnvironment,
  { key, client_id, resource, grant_id }: DeviceCode,
  { userId, authTime, scope }: { userId: string; authTime: number; scope: string },
): Promise<void> {
  const { deviceCodeLifetimeSeconds, accessTokenLifetimeSeconds, refreshAbsoluteSeconds } = env.policy
  const lifetime = deviceCodeLifetimeSeconds + Math.max(accessTokenLifetimeSeconds, refreshAbsoluteSeconds)
  await env.store.insert('grants', {
    key: grant_id,
    grant_type: DEVICE_CODE_GRANT,
    client_id,
    user_id: userId,
    scope,
    resource,
    issued_at: env.now(),
    revoked_at: null,
    revoked_because: null,
    expires_at: env.now() + lifetime * 1000,
  })
  await env.store.update('device_codes', key, { status: 'approved', user_id: userId, auth_time: authTime, scope })
}

export function denyDevice(env: AuthorizationServerEnvironment, { key }: DeviceCode): Soon<void> {
  return env.store.update('device_codes', key, { status: 'denied' })
}
