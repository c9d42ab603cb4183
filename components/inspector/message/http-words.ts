import type { HttpRequest, HttpResponse } from '@/lib/oauth/http'
import type { Channel } from '@/lib/oauth/parties'

/** RFC 9110, section 15: the reason phrases parties of a lab use. */
const REASONS: Readonly<Record<number, string>> = {
  200: 'OK',
  201: 'Created',
  204: 'No Content',
  302: 'Found',
  303: 'See Other',
  307: 'Temporary Redirect',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
}

export const statusLine = ({ status }: HttpResponse): string => `${status} ${REASONS[status] ?? ''}`.trim()

export const CHANNEL_WORDS: Readonly<Record<Channel, string>> = {
  front: 'front channel: through the browser, visible on the way',
  back: 'back channel: straight from server to server',
}

/** The request as HTTP/1.1 writes it. */
export function rawRequest({ method, url, headers, body }: HttpRequest): string {
  const { pathname, search, host } = new URL(url)
  const lines = [`${method} ${pathname}${search} HTTP/1.1`, `host: ${host}`]
  return [...lines, ...headers.map(([name, value]) => `${name}: ${value}`), '', body ?? ''].join('\n')
}

export function rawResponse(response: HttpResponse): string {
  const lines = [`HTTP/1.1 ${statusLine(response)}`]
  return [...lines, ...response.headers.map(([name, value]) => `${name}: ${value}`), '', response.body ?? ''].join('\n')
}
