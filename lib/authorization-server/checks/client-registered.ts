import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import type { AuthorizationServerPolicy } from '../policy'
import type { Client } from '../tables'

/** Without a known client there is no registered redirect URI, so the user is told and nobody is redirected. */
export const clientRegistered: Check<{ clientId: string | null; client: Client | null }, AuthorizationServerPolicy> = {
  id: 'client-registered',
  rule: 'client_id names a registered client.',
  cites: ['rfc6749-4.1.1', 'rfc6749-4.1.2.1', 'rfc6749-3.1.2.4'],
  reads: ['client_id'],
  test({ clientId, client }) {
    if (client) return passed(`${client.key} is registered as “${client.client_name}”`)
    const saw = clientId === null ? 'no client_id' : `no client is registered as “${clientId}”`
    return refused(unknownClient(clientId), saw)
  },
}

export function unknownClient(clientId: string | null): OAuthError {
  return new OAuthError({
    code: 'invalid_request',
    description:
      clientId === null
        ? 'The request does not say which app is asking: client_id is missing.'
        : 'The app that is asking is not registered here: its client_id is unknown.',
    cites: ['rfc6749-4.1.2.1'],
    hint: 'The server must not redirect here: it knows no address that belongs to the client.',
  })
}
