import { encodeForm, type Parameters } from '@/lib/oauth/form'
import type { AuthorizationServerEnvironment } from '../environment'
import { newSecret, secretKey } from '../secret-key'

/** What every reference to a pushed request begins with (RFC 9126, section 2.2). */
export const REQUEST_URI_PREFIX = 'urn:ietf:params:oauth:request_uri:'

/** Long enough to open a page, too short to be found later. */
const LIFETIME_SECONDS = 60

/** What is never kept: it proved who the client is, and says nothing about the request. */
const CREDENTIALS = ['client_secret', 'client_assertion', 'client_assertion_type']

/** Keeps a request that a client pushed (RFC 9126, section 2.2). */
export async function keepPushed(
  clientId: string,
  parameters: Parameters,
  env: AuthorizationServerEnvironment,
): Promise<{ request_uri: string; expires_in: number }> {
  const request_uri = `${REQUEST_URI_PREFIX}${env.policy.randomReferences ? newSecret(env) : await nextNumber(env)}`
  const now = env.now()
  await env.store.insert('pushed_requests', {
    key: await secretKey(env, request_uri),
    client_id: clientId,
    parameters: encodeForm(parameters.filter(([name]) => !CREDENTIALS.includes(name))),
    issued_at: now,
    expires_at: now + LIFETIME_SECONDS * 1000,
    used_at: null,
  })
  env.report({ type: 'secret', secret: { kind: 'request_uri', value: request_uri, madeBy: 'authorization-server' } })
  return { request_uri, expires_in: LIFETIME_SECONDS }
}

/** What a careless server counts its requests by: whoever pushes one knows the numbers around it. */
async function nextNumber({ store }: AuthorizationServerEnvironment): Promise<number> {
  return 1 + (await store.find('pushed_requests', {})).length
}

/** How many requests of a client wait to be used. */
export async function waitingPushes(clientId: string, { store, now }: AuthorizationServerEnvironment): Promise<number> {
  const kept = await store.find('pushed_requests', { client_id: clientId, used_at: null })
  return kept.filter(({ expires_at }) => expires_at > now()).length
}
