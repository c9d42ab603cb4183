import type { ErrorCode } from '@/lib/oauth/errors'
import { scopeIncludes, scopeTokens } from '@/lib/oauth/scope'
import type { AuthorizationServerEnvironment } from './environment'
import type { AuthorizationRequest } from './response-types/response-type'
import type { Client } from './tables'

/**
 * Whether this user has to be asked, and with which error a request that forbids asking (`prompt=none`) is refused.
 * A public client cannot prove that it is the one she once said yes to: it asks every time (RFC 6749, section 10.2).
 *
 * @returns null when her earlier consent covers the request
 */
export async function askAgain(
  { scope, prompt }: Pick<AuthorizationRequest, 'scope' | 'prompt'>,
  client: Client,
  userId: string,
  { store, policy }: AuthorizationServerEnvironment,
): Promise<Extract<ErrorCode, 'consent_required' | 'interaction_required'> | null> {
  if (policy.consent === 'always' || scopeTokens(prompt).includes('consent')) return 'consent_required'
  const remembered = await store.get('consents', consentKey(userId, client.key))
  if (!remembered || !scopeIncludes(remembered.scope, scope)) return 'consent_required'
  const isPublic = client.token_endpoint_auth_method === 'none'
  return isPublic && policy.consent === 'remember' ? 'interaction_required' : null
}

/** Adds what she agreed to now to what she agreed to before. */
export async function rememberConsent(
  client_id: string,
  user_id: string,
  scope: string,
  { store, policy, now }: AuthorizationServerEnvironment,
): Promise<void> {
  if (policy.consent === 'always') return
  const key = consentKey(user_id, client_id)
  const before = await store.get('consents', key)
  if (!before) return store.insert('consents', { key, user_id, client_id, scope, issued_at: now() })
  await store.update('consents', key, { scope: scopeTokens(`${before.scope} ${scope}`).join(' '), issued_at: now() })
}

const consentKey = (userId: string, clientId: string) => `${userId} ${clientId}`
