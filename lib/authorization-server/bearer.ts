import { parameter } from '@/lib/oauth/form'
import type { EndpointRequest } from './endpoint'

/** Where a request to this server itself carries an access token (RFC 6750, section 2). Never in the URL. */
export interface PresentedToken {
  /** How the Authorization header presents it: with `DPoP` a proof of its key has to come along (RFC 9449, section 7.1). */
  scheme: 'Bearer' | 'DPoP'
  /** What follows the scheme in the Authorization header; null when another one or none is used. */
  header: string | null
  /** `access_token` of a form that was posted. */
  body: string | null
}

export function presentedToken({ method, headers, form }: EndpointRequest): PresentedToken {
  const credentials = /^(bearer|dpop)(?: +(.*))?$/i.exec(headers.get('authorization') ?? '')
  return {
    scheme: credentials?.[1]?.toLowerCase() === 'dpop' ? 'DPoP' : 'Bearer',
    header: credentials ? (credentials[2] ?? '') : null,
    body: method === 'POST' ? parameter(form ?? [], 'access_token') : null,
  }
}
