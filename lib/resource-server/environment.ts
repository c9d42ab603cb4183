import type { JSONWebKeySet } from 'jose'
import type { Environment } from '@/lib/oauth/environment'
import type { Party } from '@/lib/oauth/parties'
import type { Store } from '@/lib/storage/port'
import type { ResourceServerPolicy } from './policy'
import type { ResourceServerTables } from './tables'

/** A set of public keys (RFC 7517, section 5). It never changes: after a rotation another one is fetched. */
export type KeySet = JSONWebKeySet

/** The authorization server's public keys as last fetched, kept by the lab so that not every request fetches them. */
export interface KeySetCache {
  get(): KeySet | null
  set(keys: KeySet): void
}

export interface ResourceServerEnvironment extends Environment<Store<ResourceServerTables>, ResourceServerPolicy> {
  /** How the drive authenticates when it asks the authorization server about an opaque token. */
  credentials: { clientId: string; clientSecret: string }
  jwks: KeySetCache
  /** Which of the lab's parties sent the request; left out, somebody from outside. */
  caller?: Party
}
