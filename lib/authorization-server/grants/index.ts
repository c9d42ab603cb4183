import type { AuthorizationServerPolicy } from '../policy'
import { authorizationCode } from './authorization-code'
import { clientCredentials } from './client-credentials'
import { deviceCode } from './device-code'
import type { TokenGrant } from './grant'
import { jwtBearer } from './jwt-bearer'
import { password } from './password'
import { refreshToken } from './refresh-token'
import { tokenExchange } from './token-exchange'

/** Every grant the token endpoint knows. A new one adds its file and its line. */
export const GRANTS: readonly TokenGrant[] = [
  authorizationCode,
  clientCredentials,
  password,
  refreshToken,
  tokenExchange,
  jwtBearer,
  deviceCode,
]

/** What the token endpoint offers under a policy, by the value of `grant_type`. */
export function offeredGrantTypes(policy: AuthorizationServerPolicy): string[] {
  return GRANTS.filter((grant) => !grant.withheld?.(policy)).map((grant) => grant.grantType)
}
