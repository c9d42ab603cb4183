import type { Environment } from '@/lib/oauth/environment'
import type { Store } from '@/lib/storage/port'
import type { ClientPolicy } from './policy'
import type { ProofKey } from './proof-key'
import type { ClientTables } from './tables'

/** What an application was given when it was registered. */
export interface Registration {
  clientId: string
  /** How it authenticates, as registered (RFC 7591, `token_endpoint_auth_method`). */
  authentication: string
  /** Null where it has none: a public client, or one with a key. */
  clientSecret: string | null
  /** Null where it authenticates in another way. Its public half was registered. */
  privateKey: ClientPrivateKey | null
  redirectUri: string
  scope: string
}

/** A further authorization server that the photo editor works with, as it was told when it was set up. */
export interface OtherServer {
  issuer: string
  /** What users know it by. */
  name: string
  registration: Registration
}

/** An ES256 key of an application, as plain data. */
export interface ClientPrivateKey {
  kid: string
  /** With its private member: never leaves the application. */
  jwk: JsonWebKey
}

export interface ClientEnvironment extends Environment<Store<ClientTables>, ClientPolicy> {
  /** Registrations by application of the cast: `photo-editor`, ... */
  registrations: Readonly<Record<string, Registration>>
  /** Offered on the photo editor's first page beside the drive; left out, the drive's is the only one. */
  otherServer?: OtherServer
  /** Signs the DPoP proofs of the applications. */
  proofKey: ProofKey
  /**
   * True in a lab that is stepped: a request from the browser is answered after its own half, and the application's
   * outgoing requests wait for the learner. False in a real browser tab: the halves run in a row.
   */
  stepped: boolean
}
