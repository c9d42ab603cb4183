import { authorizationCode } from './authorization-code'
import type { TokenGrant } from './grant'
import { refreshToken } from './refresh-token'

/** Every grant the token endpoint knows. A new one adds its file and its line. */
export const GRANTS: readonly TokenGrant[] = [authorizationCode, refreshToken]
