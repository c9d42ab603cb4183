import { type Check, passed, refused } from '@/lib/oauth/check'
import { expiry } from '@/lib/oauth/duration'
import type { AuthorizationServerPolicy } from '../policy'
import type { Client } from '../tables'
import { grantEnded } from '../tokens/grants'
import { invalidExchange } from '../tokens/invalid-exchange'
import type { FoundAccessToken } from '../tokens/lookup'

type Input = { token: FoundAccessToken | null; client: Client; now: number }

/** An actor proves itself by a token of its own: somebody else's would let it act under a false name. */
export const actorTokenGood: Check<Input, AuthorizationServerPolicy> = {
  id: 'actor-token-good',
  rule: 'The actor token was issued to the client, and is neither expired nor revoked.',
  cites: ['rfc8693-2.1', 'rfc8693-2.2.2'],
  reads: ['actor_token', 'access_tokens.client_id', 'access_tokens.expires_at', 'access_tokens.revoked_at'],
  test({ token, client, now }) {
    const flaw = flawOf(token, client, now)
    if (flaw === null) return passed(`issued to ${client.key}, good`)
    return refused(invalidExchange('The actor token is not good.', this.cites), flaw)
  },
}

function flawOf(token: FoundAccessToken | null, client: Client, now: number): string | null {
  if (!token) return 'no such access token in the store'
  const { row, grant } = token
  if (row.client_id !== client.key) return `issued to ${row.client_id}, sent by ${client.key}`
  if (row.revoked_at !== null) return 'the token was revoked'
  if (row.expires_at <= now) return expiry(row.expires_at, now)
  return grantEnded(grant)
}
