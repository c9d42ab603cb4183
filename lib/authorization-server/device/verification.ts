import type { AuthorizationServerEnvironment } from '../environment'
import type { DeviceCode, Session } from '../tables'
import { type OpenTransaction, openTransaction } from '../transactions'
import { displayUserCode, readUserCode } from './user-code'

/**
 * What the user is to decide about a device, tied to her browser like an authorization request. It ends on this
 * server's own page: no redirect carries the answer anywhere.
 */
export function openVerification(
  { key, client_id, scope, resource }: DeviceCode,
  typed: string,
  session: Session | null,
  headers: Headers,
  env: AuthorizationServerEnvironment,
): Promise<OpenTransaction> {
  const request = {
    client_id,
    redirect_uri: `${env.origins.issuer}/device`,
    redirect_uri_sent: false,
    response_type: 'none',
    response_mode: 'none',
    scope,
    state: null,
    nonce: null,
    prompt: null,
    code_challenge: null,
    code_challenge_method: null,
    resource,
    dpop_jkt: null,
    device_code: key,
    user_code: displayUserCode(readUserCode(typed)),
  }
  return openTransaction(request, session, headers, env)
}
