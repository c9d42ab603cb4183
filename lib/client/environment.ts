import type { Environment } from '@/lib/oauth/environment'
import type { Store } from '@/lib/storage/port'
import type { ClientPolicy } from './policy'
import type { ClientTables } from './tables'

/** What an application was given when it was registered. */
export interface Registration {
  clientId: string
  /** Null for a public client. */
  clientSecret: string | null
  redirectUri: string
  scope: string
}

export interface ClientEnvironment extends Environment<Store<ClientTables>, ClientPolicy> {
  /** Registrations by application of the cast: `photo-editor`, ... */
  registrations: Readonly<Record<string, Registration>>
  /**
   * True in a lab that is stepped: a request from the browser is answered after its own half, and the application's
   * outgoing requests wait for the learner. False in a real browser tab: the halves run in a row.
   */
  stepped: boolean
}
