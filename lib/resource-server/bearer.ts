import { parameter, parseForm } from '@/lib/oauth/form'
import type { ApiRequest } from './endpoint'

/** Where a request carries access tokens (RFC 6750, section 2). */
export interface Presented {
  /** What follows `Bearer` or `DPoP` in the Authorization header; null when another scheme or none is used. */
  header: string | null
  /** `access_token` of a form body. */
  body: string | null
  /** `access_token` of the URL's query. */
  query: string | null
}

/** Whether the Authorization header uses the scheme DPoP (RFC 9449, section 7.1), in any letter case. */
export function isSentAsDpop(headers: Headers): boolean {
  return /^dpop(?: |$)/i.test(headers.get('authorization') ?? '')
}

export function presentedTokens({ method, url, headers, body }: ApiRequest): Presented {
  const credentials = /^(?:bearer|dpop)(?: (.*))?$/i.exec(headers.get('authorization') ?? '')
  const mediaType = (headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase()
  const isForm = method === 'POST' && mediaType === 'application/x-www-form-urlencoded'
  return {
    header: credentials ? (credentials[1] ?? '').trim() : null,
    body: isForm ? parameter(parseForm(body), 'access_token') : null,
    query: parameter(parseForm(url.search.slice(1)), 'access_token'),
  }
}
