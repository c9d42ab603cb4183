import type { Environment } from '@/lib/oauth/environment'
import type { Store } from '@/lib/storage/port'
import type { ResourceServerPolicy } from './policy'
import type { ResourceServerTables } from './tables'

export interface ResourceServerEnvironment extends Environment<Store<ResourceServerTables>, ResourceServerPolicy> {
  /** How the drive authenticates when it asks the authorization server about an opaque token. */
  credentials: { clientId: string; clientSecret: string }
}
