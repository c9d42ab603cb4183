import { type Check, passed, refused } from '@/lib/oauth/check'
import type { AuthorizationServerPolicy } from '../policy'
import type { Client } from '../tables'
import { inactive } from '../tokens/invalid-token'
import type { FoundToken } from '../tokens/lookup'

type Input = { token: FoundToken; caller: Client | null; defaultResource: string }

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
  test({ token, caller, defaultResource }) {
    if (token.row.client_id === caller?.key) return passed(`issued to ${caller.key}, who asks`)
    const audience = audienceOf(token, defaultResource)
    const saw = `meant for ${audience ?? 'every resource'}, asked by ${caller?.key} for ${caller?.resource ?? 'no resource'}`
    const meantForCaller = caller !== null && caller.resource !== null && [null, caller.resource].includes(audience)
    if (meantForCaller) return passed(saw)
    return refused(inactive('The token is not meant for the caller.', this.cites), saw)
  },
}

/** Null: the policy left the token unrestricted. */
function audienceOf(token: FoundToken, defaultResource: string): string | null {
  return token.kind === 'access_token' ? token.row.resource : (token.row.resource ?? defaultResource)
}
