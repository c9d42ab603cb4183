import type { Parameters } from '@/lib/oauth/form'
import type { Soon } from '@/lib/oauth/soon'
import type { AuthorizationServerEnvironment } from './environment'

/** A request as an endpoint gets it: read once, bounded, with nothing hidden (repeated parameters stay visible). */
export interface EndpointRequest {
  method: string
  /** The request URL as received. Endpoint and issuer URLs come from `env.origins`, never from here. */
  url: URL
  headers: Headers
  /** Parameters of the query string, in order. */
  query: Parameters
  /** Parameters of an `application/x-www-form-urlencoded` body, in order; null for any other media type. */
  form: Parameters | null
  /** The body as text; empty when there was none. */
  body: string
}

export type EndpointHandler = (request: EndpointRequest, env: AuthorizationServerEnvironment) => Soon<Response>

/** One endpoint: its path below the issuer and a handler for each method it serves. Anything else is 405 with `Allow`. */
export interface Endpoint {
  path: string
  methods: Partial<Record<'GET' | 'POST', EndpointHandler>>
  /**
   * - `page`: HTML for a person; a bug answers an HTML error page; never CORS (RFC 9700, section 2.6)
   * - `api`: JSON for a program; errors are JSON; CORS for browser applications
   */
  kind: 'page' | 'api'
}
