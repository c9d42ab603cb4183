import { checklist } from '@/lib/oauth/check'
import type { AuthorizationServerEnvironment } from './environment'
import { hashPassword } from './password'
import { REGISTRATION_CHECKS } from './registration/checks'
import { type ClientMetadata, type RequestedMetadata, readMetadata } from './registration/metadata'
import { newSecret, sha256 } from './secret-key'
import type { Client } from './tables'

export interface RegistrationOptions {
  /** False for clients that registered themselves: they get an id from the server, and pages warn about them. */
  trusted: boolean
  /** The id that a client which registers itself would like to have; taken where the policy lets it choose. */
  wishedId?: string
  /** The secret of a confidential client; made here when left out. */
  secret?: string
  /** The resource this client protects, when it is a resource server that introspects. */
  resource?: string
  /** Resources it may exchange tokens for (RFC 8693). */
  exchangeTargets?: readonly string[]
}

/** What a registered client is told (RFC 7591, section 3.2.1). The secret is never shown again. */
export type ClientInformation = Omit<ClientMetadata, 'jwks' | 'id_token_signed_response_alg'> & {
  client_id: string
  /** Seconds. */
  client_id_issued_at: number
  client_secret?: string
  /** Zero: the secret does not expire. */
  client_secret_expires_at?: 0
  jwks?: { keys: unknown[] }
  id_token_signed_response_alg?: string
}

/**
 * Registers a client and answers all metadata as registered.
 *
 * @param metadata RFC 7591 client metadata; its `client_id` counts only for trusted clients
 * @throws OAuthError `invalid_redirect_uri` or `invalid_client_metadata`
 */
export async function registerClient(
  env: AuthorizationServerEnvironment,
  requested: RequestedMetadata & { readonly client_id?: string },
  { trusted, wishedId, secret, resource, exchangeTargets = [] }: RegistrationOptions,
): Promise<ClientInformation> {
  const metadata = readMetadata(requested)
  // What lies outside the lab is protected by these rules, so no learner can switch them off.
  const list = checklist('authorization-server', REGISTRATION_CHECKS, { ...env, checksOff: new Set() })
  const input = { requested, metadata, origins: env.origins, trusted }
  for (const check of REGISTRATION_CHECKS) await list.apply(check, input)

  const chosenId = (trusted && requested.client_id) || (await freeId(env, wishedId))
  const clientId = chosenId || `client_${newSecret(env).slice(0, 16)}`
  const clientSecret = metadata.token_endpoint_auth_method.startsWith('client_secret_')
    ? (secret ?? newSecret(env))
    : null
  const row: Client = {
    ...metadata,
    key: clientId,
    client_secret_hash: clientSecret === null ? null : await sha256(clientSecret),
    jwks: metadata.jwks && JSON.stringify(metadata.jwks),
    trusted,
    resource: resource ?? null,
    exchange_targets: [...exchangeTargets],
    issued_at: env.now(),
  }
  await env.store.insert('clients', row)
  if (clientSecret !== null) {
    const made = { kind: 'client_secret', value: clientSecret, madeBy: 'authorization-server' } as const
    env.report({ type: 'secret', secret: made })
  }
  const { jwks, id_token_signed_response_alg, ...registered } = metadata
  return {
    ...registered,
    ...(jwks && { jwks }),
    ...(id_token_signed_response_alg && { id_token_signed_response_alg }),
    client_id: clientId,
    client_id_issued_at: Math.floor(row.issued_at / 1000),
    ...(clientSecret !== null && { client_secret: clientSecret, client_secret_expires_at: 0 }),
  }
}

/** The id somebody wishes for, where the policy lets clients choose (RFC 9700, section 4.15) and nobody has it yet. */
async function freeId(env: AuthorizationServerEnvironment, wished: string | undefined): Promise<string | null> {
  if (!env.policy.clientChosenIds || wished === undefined || !/^[\w.-]{1,64}$/.test(wished)) return null
  return (await env.store.get('clients', wished)) ? null : wished
}

/** Adds a user; the username is also the subject of the tokens made for them. */
export async function registerUser(
  env: AuthorizationServerEnvironment,
  {
    username,
    password,
    name,
    email = null,
  }: { username: string; password: string; name: string; email?: string | null },
): Promise<void> {
  const password_hash = await hashPassword(env, password)
  await env.store.insert('users', { key: username, username, name, email, password_hash, disabled_at: null })
}

/** Somebody whose word about a user this server takes (RFC 7523). */
export interface IssuerToTrust {
  /** As in the claim `iss`. */
  issuer: string
  name: string
  jwks: { keys: readonly unknown[] }
  /** Users it may speak for. */
  users: readonly string[]
  /** The most that a token made from its word allows. */
  scope: string
}

export async function trustIssuer(
  env: AuthorizationServerEnvironment,
  { issuer, jwks, users, name, scope }: IssuerToTrust,
): Promise<void> {
  const row = { key: issuer, name, jwks: JSON.stringify(jwks), users: [...users], scope, issued_at: env.now() }
  await env.store.insert('trusted_issuers', row)
}
