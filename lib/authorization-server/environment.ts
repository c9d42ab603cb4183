import type { Environment } from '@/lib/oauth/environment'
import type { Soon } from '@/lib/oauth/soon'
import type { Store } from '@/lib/storage/port'
import type { AuthorizationServerPolicy } from './policy'
import type { AuthorizationServerTables } from './tables'

/** A key that signs tokens, as it stands in the JWK set. Kept outside the store: a stolen database cannot sign. */
export interface SigningKey {
  kid: string
  alg: 'ES256' | 'RS256'
  privateKey: CryptoKey
  /** The public members only (RFC 7517). */
  publicJwk: Record<string, string>
}

/** Signing keys of one lab; the first of the policy's algorithm signs, all are published. */
export interface KeyRing {
  keys(): Promise<readonly SigningKey[]>
  signer(algorithm: SigningKey['alg']): Soon<SigningKey>
}

export interface AuthorizationServerEnvironment
  extends Environment<Store<AuthorizationServerTables>, AuthorizationServerPolicy> {
  keys: KeyRing
  /** PBKDF2 iterations of new passwords; left out, as many as are usual. */
  passwordIterations?: number
}
