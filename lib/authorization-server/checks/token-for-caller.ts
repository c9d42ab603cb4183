import { type Check, passed, refused } from '@/lib/oauth/check'
import type { AuthorizationServerPolicy } from '../policy'
import type { Client } from '../tables'
import { inactive } from '../tokens/invalid-token'
import type { FoundToken } from '../tokens/lookup'

type Input = { token: FoundToken; caller: Client | null }

/**
 * A token's details are for the client it was issued to and the resource server it is meant for. For anybody else it
 * might as well not exist.
 */
export const tokenForCaller: Check<Input, AuthorizationServerPolicy> = {
  id: 'token-for-caller',
  rule: "The caller is the token's client or its audience.",
  cites: ['rfc7662-2.2', 'rfc7662-4'],
  reads: ['access_tokens.client_id', 'access_tokens.resource', 'clients.resource'],
  off: (policy) => !policy.introspectionAuthenticated,
  test({ token, caller }) {
    if (token.row.client_id === caller?.key) return passed(`issued to ${caller.key}, who asks`)
    const audience = token.row.resource ?? 'every resource server'
    const saw = `meant for ${audience}, asked by ${caller?.key} for ${caller?.resource ?? 'no resource'}`
    const meantForCaller = caller !== null && caller.resource !== null && isAudience(token, caller.resource)
    if (meantForCaller) return passed(saw)
    return refused(inactive('The token is not meant for the caller.', this.cites), saw)
  },
}

/** Refresh tokens are for this server alone, but their kind shows in the answer, so a resource server may ask. */
function isAudience(token: FoundToken, resource: string): boolean {
  return token.row.resource === null || token.row.resource === resource
}
