import type { Parameters } from '@/lib/oauth/form'
import type { AuthorizationServerEnvironment } from '../environment'
import type { Transaction } from '../tables'

/** A valid authorization request, in the columns a transaction keeps it in. */
export type AuthorizationRequest = Pick<
  Transaction,
  | 'client_id'
  | 'redirect_uri'
  | 'redirect_uri_sent'
  | 'response_type'
  | 'response_mode'
  | 'scope'
  | 'state'
  | 'nonce'
  | 'prompt'
  | 'code_challenge'
  | 'code_challenge_method'
  | 'resource'
  | 'dpop_jkt'
>

/** What a user said yes to. `scope` may be less than was asked for. */
export interface Authorization {
  request: AuthorizationRequest
  userId: string
  /** When she signed in; milliseconds. */
  authTime: number
  scope: string
}

/** One value of `response_type`: what begins at the authorization endpoint. */
export interface ResponseType {
  /** Its words in alphabetical order. */
  name: string
  /** What a client registers in `grant_types` to use it. */
  grantTypes: readonly string[]
  /** True when its answer carries tokens and belongs into the fragment. */
  bearsTokens: boolean
  /** Makes what the client is to get, and the parameters that bring it there. */
  issue(authorization: Authorization, env: AuthorizationServerEnvironment): Promise<Parameters>
}
