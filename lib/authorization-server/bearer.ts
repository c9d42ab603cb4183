import { parameter } from '@/lib/oauth/form'
import type { EndpointRequest } from './endpoint'

/** Where a request to this server itself carries an access token (RFC 6750, section 2). Never in the URL. */
export interface PresentedToken {
  /** What follows `Bearer` in the Authorization header; null when another scheme or none is used. */
  header: string | null
  /** `access_token` of a form that was posted. */
  body: string | null
}

export function presentedToken({ method, headers, form }: EndpointRequest): PresentedToken {
  const credentials = /^bearer(?: +(.*))?$/i.exec(headers.get('authorization') ?? '')
  return {
    header: credentials ? (credentials[1] ?? '') : null,
    body: method === 'POST' ? parameter(form ?? [], 'access_token') : null,
  }
}
