import { type PromptCheck, passed, refused } from '@/lib/oauth/check'
import { shorten } from '@/lib/oauth/shorten'
import { wrongCredentials } from '../client-authentication/failure'
import { constantTimeEqual } from '../constant-time'
import type { AuthorizationServerPolicy } from '../policy'
import type { Client } from '../tables'

/** Hashes are compared, in constant time: neither the store nor the clock gives the secret away. */
export const clientSecretMatches: PromptCheck<{ client: Client; presentedHash: string }, AuthorizationServerPolicy> = {
  id: 'client-secret-matches',
  rule: "The secret's hash is the one registered for the client.",
  cites: ['rfc6749-2.3.1', 'rfc6819-5.1.4.1.3'],
  reads: ['Authorization', 'client_secret', 'clients.client_secret_hash'],
  test({ client, presentedHash }) {
    const registered = client.client_secret_hash ?? ''
    const equal = constantTimeEqual(presentedHash, registered)
    const saw = `SHA256(secret) ${equal ? '=' : '≠'} registered: ${shorten(presentedHash)} ${equal ? '=' : '≠'} ${shorten(registered) || 'none'}`
    if (equal) return passed(saw)
    return refused(wrongCredentials('The client is registered, the secret is wrong.'), saw)
  },
}
