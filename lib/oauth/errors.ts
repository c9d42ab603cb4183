import type { CitationId } from './citations'
import { printable } from './www-authenticate'

/** The closed list of error codes a party may put on the wire. */
export type ErrorCode =
  // RFC 6749, sections 4.1.2.1 and 5.2
  | 'invalid_request'
  | 'invalid_client'
  | 'invalid_grant'
  | 'unauthorized_client'
  | 'unsupported_grant_type'
  | 'unsupported_response_type'
  | 'invalid_scope'
  | 'access_denied'
  | 'server_error'
  | 'temporarily_unavailable'
  // RFC 6750, section 3.1
  | 'invalid_token'
  | 'insufficient_scope'
  // RFC 7009, section 2.2.1
  | 'unsupported_token_type'
  // RFC 7591, section 3.2.2
  | 'invalid_redirect_uri'
  | 'invalid_client_metadata'
  // RFC 8628, section 3.5
  | 'authorization_pending'
  | 'slow_down'
  | 'expired_token'
  // RFC 8707, section 2
  | 'invalid_target'
  // OpenID Connect Core, section 3.1.2.6
  | 'login_required'
  | 'consent_required'
  | 'interaction_required'
  | 'account_selection_required'
  | 'request_not_supported'
  | 'request_uri_not_supported'
  // RFC 9101, section 7
  | 'invalid_request_uri'
  // RFC 9449, sections 5 and 8
  | 'invalid_dpop_proof'
  | 'use_dpop_nonce'

export interface OAuthErrorDetails {
  code: ErrorCode
  /** What the party is willing to say on the wire. */
  description: string
  cites: readonly CitationId[]
  /** HTTP status where the error is answered directly. */
  status?: number
  /** Meant for the learner; never goes on the wire. */
  hint?: string
  /** Extra response headers, `WWW-Authenticate` for one. */
  headers?: Record<string, string>
  /** True when the answer must not name an error: a request without any credentials (RFC 6750, section 3.1). */
  silent?: boolean
}

/** A refusal by the rules of the protocol. A bug is not one of these: let it crash. */
export class OAuthError extends Error {
  readonly code: ErrorCode
  readonly description: string
  readonly cites: readonly CitationId[]
  readonly status: number
  readonly hint: string | null
  readonly headers: Record<string, string>
  readonly silent: boolean

  constructor({ code, description, cites, status = 400, hint, headers = {}, silent = false }: OAuthErrorDetails) {
    super(`${code}: ${description}`)
    this.name = 'OAuthError'
    this.code = code
    this.description = printable(description)
    this.cites = cites
    this.status = status
    this.hint = hint ?? null
    this.headers = headers
    this.silent = silent
  }
}
