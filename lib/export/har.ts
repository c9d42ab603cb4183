import { parseForm } from '@/lib/oauth/form'
import { type HeaderList, type HttpRequest, type HttpResponse, header } from '@/lib/oauth/http'
import type { Exchange } from '@/lib/wire/exchange'
import type { Recording } from './recording'

/** An HTTP Archive (HAR 1.2): one entry an exchange. What only this lab knows stands in `_grantLab`. */
export function toHar({ flow, options, lab, exchanges }: Recording): string {
  const log = {
    version: '1.2',
    creator: { name: 'Grant Lab', version: '1' },
    entries: exchanges.map(entryOf),
    _grantLab: { flow, options, issuer: lab.issuer, resource: lab.resource, client: lab.app },
  }
  return `${JSON.stringify({ log }, null, 2)}\n`
}

function entryOf(exchange: Exchange) {
  const { request, response, at, tookMs } = exchange
  return {
    startedDateTime: new Date(at).toISOString(),
    time: tookMs,
    request: requestOf(request),
    response: responseOf(response),
    cache: {},
    timings: { send: 0, wait: tookMs, receive: 0 },
    _grantLab: labFacts(exchange),
  }
}

function labFacts({ seq, parent, step, from, to, channel, outcome, prepared, checks }: Exchange) {
  const executed = checks.map(({ id, by, rule, verdict, saw, cites }) => ({ id, by, rule, verdict, saw, cites }))
  return { seq, parent, step, from, to, channel, outcome, edited: prepared !== null, checks: executed }
}

const UNKNOWN = -1

function requestOf(request: HttpRequest) {
  const { method, url, headers, body } = request
  const type = header(request, 'content-type') ?? ''
  const isForm = type.startsWith('application/x-www-form-urlencoded')
  const params = isForm ? pairs(parseForm(body ?? '')) : []
  return {
    method,
    url,
    httpVersion: 'HTTP/1.1',
    cookies: headers.filter(([name]) => name === 'cookie').flatMap(([, value]) => value.split(';').map(cookieOf)),
    headers: pairs(headers),
    queryString: pairs(parseForm(new URL(url).search.slice(1))),
    ...(body !== null && { postData: { mimeType: type, params, text: body } }),
    headersSize: UNKNOWN,
    bodySize: bytes(body),
  }
}

/** A message that was lost on the way has no answer: archives write its status as 0. */
function responseOf(response: HttpResponse | null) {
  const { status, headers, body } = response ?? { status: 0, headers: [], body: null }
  const message = { headers }
  return {
    status,
    statusText: '',
    httpVersion: 'HTTP/1.1',
    cookies: headers.filter(([name]) => name === 'set-cookie').map(([, value]) => cookieOf(value.split(';')[0] ?? '')),
    headers: pairs(headers),
    content: { size: bytes(body), mimeType: header(message, 'content-type') ?? '', text: body ?? '' },
    redirectURL: header(message, 'location') ?? '',
    headersSize: UNKNOWN,
    bodySize: bytes(body),
  }
}

const pairs = (list: HeaderList) => list.map(([name, value]) => ({ name, value }))

function cookieOf(pair: string) {
  const [name = '', ...value] = pair.split('=')
  return { name: name.trim(), value: value.join('=').trim() }
}

const bytes = (body: string | null) => new TextEncoder().encode(body ?? '').byteLength
