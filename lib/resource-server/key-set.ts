import { createLocalJWKSet, errors, type JWSHeaderParameters } from 'jose'
import { OAuthError } from '@/lib/oauth/errors'
import type { KeySet, ResourceServerEnvironment } from './environment'

type KeyEnvironment = Pick<ResourceServerEnvironment, 'origins' | 'fetch' | 'jwks'>

/**
 * The authorization server's published keys: as kept, or fetched when none are kept or none of them fits the
 * header (after a key rotation). The header only chooses among these keys; it never says where to look.
 *
 * @throws OAuthError `temporarily_unavailable` (503) when the key set cannot be had
 */
export async function keySetFor(header: JWSHeaderParameters, env: KeyEnvironment): Promise<KeySet> {
  const kept = env.jwks.get()
  if (kept && (await hasKeyFor(header, kept))) return kept
  const response = await env.fetch(
    new Request(`${env.origins.issuer}/jwks`, {
      headers: { accept: 'application/json' },
    }),
  )
  const fetched: unknown = response.ok ? await response.json() : null
  if (!isKeySet(fetched)) {
    throw new OAuthError({
      code: 'temporarily_unavailable',
      description: 'The drive could not read the keys of the authorization server.',
      cites: ['rfc7517-5'],
      status: 503,
    })
  }
  env.jwks.set(fetched)
  return fetched
}

/** Whether exactly one key of the set can verify a signature with this header. */
export async function hasKeyFor(header: JWSHeaderParameters, keys: KeySet): Promise<boolean> {
  try {
    await keysIn(keys)(header)
    return true
  } catch (error) {
    if (error instanceof errors.JOSEError) return false
    throw error
  }
}

/** Chooses among the keys of a set, each imported only once. */
export function keysIn(keys: KeySet): ReturnType<typeof createLocalJWKSet> {
  const known = imported.get(keys) ?? createLocalJWKSet(keys)
  imported.set(keys, known)
  return known
}

const imported = new WeakMap<KeySet, ReturnType<typeof createLocalJWKSet>>()

function isKeySet(value: unknown): value is KeySet {
  return typeof value === 'object' && value !== null && 'keys' in value && Array.isArray(value.keys)
}
