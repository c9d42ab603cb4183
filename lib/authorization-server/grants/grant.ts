import type { Check, Checklist } from '@/lib/oauth/check'
import type { Parameters } from '@/lib/oauth/form'
import type { AuthorizationServerEnvironment } from '../environment'
import type { AuthorizationServerPolicy } from '../policy'
import type { Client } from '../tables'
import type { TokenResponse } from '../tokens/token-response'

export interface TokenRequest {
  form: Parameters
  /** Already authenticated, and registered for this grant. */
  client: Client
}

/** One value of `grant_type`: the rules its request is checked by, in order, and what it answers. */
export interface TokenGrant {
  grantType: string
  checks: readonly Check<never, AuthorizationServerPolicy>[]
  handle(
    request: TokenRequest,
    env: AuthorizationServerEnvironment,
    rules: Checklist<AuthorizationServerPolicy>,
  ): Promise<TokenResponse>
}
