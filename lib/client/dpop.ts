import * as oauth from 'oauth4webapi'
import { encodeBase64Url } from '@/lib/oauth/base64url'
import { parseChallenge } from '@/lib/oauth/www-authenticate'
import type { ClientEnvironment } from './environment'

/** How long a nonce that a server gave is tried again; the server says when it has enough of it. */
const NONCE_LIFETIME = 60 * 60 * 1000

/**
 * Adds a DPoP proof to a request that oauth4webapi builds (RFC 9449, section 4): signed with the application's key, at
 * the lab's time, with the nonce that the server last gave. Nothing where the application uses bearer tokens.
 *
 * @param server base URL of the server the request goes to: nonces are the server's own
 */
export async function proofOption(env: ClientEnvironment, server: string): Promise<{ DPoP?: oauth.DPoPHandle }> {
  if (!env.policy.useDpop) return {}
  const nonce = (await env.store.get('server_nonces', server))?.nonce
  const DPoP = oauth.DPoP({}, await env.proofKey(), {
    [oauth.modifyAssertion](_header, payload) {
      payload.iat = Math.floor(env.now() / 1000)
      payload.jti = encodeBase64Url(env.random(16))
      if (nonce !== undefined) payload.nonce = nonce
    },
  })
  return { DPoP }
}

/** Thumbprint of the application's key, as `dpop_jkt` names it (RFC 9449, section 10). */
export async function keyThumbprint(env: ClientEnvironment): Promise<string> {
  const value = await oauth.DPoP({}, await env.proofKey()).calculateThumbprint()
  env.report({ type: 'secret', secret: { kind: 'dpop_key', value, madeBy: 'client' } })
  return value
}

/**
 * Keeps the nonce of a response, for the next proof (RFC 9449, sections 8.2 and 9).
 *
 * @returns true when the server wants the same request again, with this nonce in its proof
 */
export async function takeNonce(env: ClientEnvironment, server: string, response: Response): Promise<boolean> {
  const nonce = response.headers.get('dpop-nonce')
  if (!env.policy.useDpop || nonce === null) return false
  const columns = { nonce, issued_at: env.now(), expires_at: env.now() + NONCE_LIFETIME }
  if (await env.store.get('server_nonces', server)) await env.store.update('server_nonces', server, columns)
  else await env.store.insert('server_nonces', { key: server, ...columns })
  return (await errorOf(response.clone())) === 'use_dpop_nonce'
}

async function errorOf(response: Response): Promise<string | null> {
  if (response.ok) return null
  const challenge = parseChallenge(response.headers.get('www-authenticate') ?? '')
  if (challenge?.parameters.error) return challenge.parameters.error
  const body: unknown = await response.json().catch(() => null)
  return typeof body === 'object' && body !== null && 'error' in body && typeof body.error === 'string'
    ? body.error
    : null
}
