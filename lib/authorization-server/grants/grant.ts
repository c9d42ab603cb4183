import type { Check, Checklist } from '@/lib/oauth/check'
import type { CitationId } from '@/lib/oauth/citations'
import type { Parameters } from '@/lib/oauth/form'
import type { Soon } from '@/lib/oauth/soon'
import type { AuthorizationServerEnvironment } from '../environment'
import type { AuthorizationServerPolicy } from '../policy'
import type { Client } from '../tables'
import type { TokenResponse } from '../tokens/token-response'

export interface TokenRequest {
  form: Parameters
  /** Already authenticated, and registered for this grant. */
  client: Client
  /** Thumbprint of the key it proved to hold; null without a DPoP proof. */
  jkt: string | null
}

/** A grant the server knows and does not offer. */
export interface Withheld {
  /** For the learner: why not. */
  because: string
  cites: readonly CitationId[]
}

/** One value of `grant_type`: the rules its request is checked by, in order, and what it answers. */
export interface TokenGrant {
  grantType: string
  /** Why the policy offers it to nobody; null when it is offered. Left out: it always is. */
  withheld?(policy: AuthorizationServerPolicy): Withheld | null
  checks: readonly Check<never, AuthorizationServerPolicy>[]
  handle(
    request: TokenRequest,
    env: AuthorizationServerEnvironment,
    rules: Checklist<AuthorizationServerPolicy>,
  ): Soon<TokenResponse>
}
