import { parameter } from '@/lib/oauth/form'
import { deviceApproved } from '../checks/device-approved'
import { deviceCodeBoundToClient } from '../checks/device-code-bound-to-client'
import { deviceCodeKnown, unknownDeviceCode } from '../checks/device-code-known'
import { deviceCodeSent } from '../checks/device-code-sent'
import { deviceCodeUnexpired } from '../checks/device-code-unexpired'
import { deviceCodeUnused } from '../checks/device-code-unused'
import { deviceDecided } from '../checks/device-decided'
import { devicePolledSlowly } from '../checks/device-polled-slowly'
import { grantStands } from '../checks/grant-stands'
import { userEnabled } from '../checks/user-enabled'
import { DEVICE_CODE_GRANT } from '../device/device-codes'
import type { AuthorizationServerEnvironment } from '../environment'
import { secretKey } from '../secret-key'
import type { DeviceCode } from '../tables'
import { issueAccessToken } from '../tokens/access-token'
import { issueRefreshToken, keyOfPublic } from '../tokens/refresh-token'
import { tokenResponse } from '../tokens/token-response'
import type { TokenGrant } from './grant'

/** Seconds that each poll that comes too early adds to the interval (RFC 8628, section 3.5). */
const SLOWER = 5

/**
 * `urn:ietf:params:oauth:grant-type:device_code` (RFC 8628, sections 3.4 and 3.5). `slow_down` is a kind of
 * `authorization_pending`: once the user has answered, nobody asks any more how often the device came.
 */
export const deviceCode: TokenGrant = {
  grantType: DEVICE_CODE_GRANT,
  checks: [
    deviceCodeSent,
    deviceCodeKnown,
    deviceCodeBoundToClient,
    deviceCodeUnexpired,
    devicePolledSlowly,
    deviceDecided,
    deviceApproved,
    userEnabled,
    grantStands,
    deviceCodeUnused,
  ],
  async handle({ form, client, jkt }, env, rules) {
    const value = parameter(form, 'device_code')
    await rules.apply(deviceCodeSent, { value })
    const code = await env.store.get('device_codes', await secretKey(env, value ?? ''))
    await rules.apply(deviceCodeKnown, { code })
    if (!code) throw unknownDeviceCode()
    await rules.apply(deviceCodeBoundToClient, { code, client })
    await rules.apply(deviceCodeUnexpired, { code, now: env.now() })
    if (code.status === 'pending') await rules.apply(devicePolledSlowly, await notePoll(code, env))
    await rules.apply(deviceDecided, { code })
    await rules.apply(deviceApproved, { code })
    await rules.apply(userEnabled, { user: code.user_id === null ? null : await env.store.get('users', code.user_id) })
    await rules.apply(grantStands, { grant: await env.store.get('grants', code.grant_id) })
    await rules.apply(deviceCodeUnused, { claim: () => env.store.claim('device_codes', code.key) })

    const { client_id, scope, grant_id, resource } = code
    const { user_id, auth_time } = answered(code)
    const tokenRequest = {
      clientId: client_id,
      userId: user_id,
      scope,
      grantId: grant_id,
      resource,
      authTime: auth_time,
      jkt,
    }
    const accessToken = await issueAccessToken(env, tokenRequest)
    const family = {
      client_id,
      user_id,
      scope,
      grant_id,
      resource,
      auth_time,
      nonce: null,
      jkt: keyOfPublic(client, jkt),
    }
    const refreshable = client.grant_types.includes('refresh_token')
    return tokenResponse(accessToken, scope, refreshable ? await issueRefreshToken(env, family) : null)
  },
}

/** Remembers when the device came, and how long it has to wait from now on: longer when it came too early. */
async function notePoll(
  { key, interval, last_polled_at }: DeviceCode,
  { store, now }: AuthorizationServerEnvironment,
): Promise<{ waited: number | null; interval: number; longer: number }> {
  const waited = last_polled_at === null ? null : now() - last_polled_at
  const early = waited !== null && waited < interval * 1000
  const longer = interval + (early ? SLOWER : 0)
  await store.update('device_codes', key, { last_polled_at: now(), interval: longer })
  return { waited, interval, longer }
}

/** Who approved and when she signed in: an approved row always says both. */
function answered({ user_id, auth_time }: DeviceCode): { user_id: string; auth_time: number } {
  if (user_id === null || auth_time === null) throw new Error('A device code was approved by nobody.')
  return { user_id, auth_time }
}
