import { decodeBase64Url, decodeUtf8 } from '@/lib/oauth/base64url'
import { decodeFormValue, parseForm } from '@/lib/oauth/form'
import { type HttpRequest, type HttpResponse, header } from '@/lib/oauth/http'
import { decodeJwt } from '@/lib/oauth/jwt'
import type { Exchange } from './exchange'
import { readOnce } from './read-once'

export type MessageKind = 'request' | 'response'

/** One value of a message, as its receiver reads it. */
export interface MessageField {
  /** `location`: a parameter of the redirect's URL, in its query or its fragment. */
  group: 'query' | 'form' | 'json' | 'header' | 'cookie' | 'location'
  /** Path within JSON: `keys.0.kid`. */
  name: string
  /** Decoded. JSON numbers and the like as JSON text. */
  value: string
}

/** Levels of JSON that are read; deeper values are left out. */
const DEPTH_LIMIT = 16

/** Every value of one message, in the order it stands there. An absent response has none. */
export function messageFields(
  exchange: Pick<Exchange, 'request' | 'response'>,
  kind: MessageKind,
): readonly MessageField[] {
  const message = exchange[kind]
  return message ? fieldsOf(message) : []
}

/** The same of a request or a response by itself. */
export const fieldsOf = readOnce((message): readonly MessageField[] =>
  'url' in message ? requestFields(message) : responseFields(message),
)

function requestFields(request: HttpRequest): MessageField[] {
  const query = pairs('query', parseForm(new URL(request.url).search.slice(1)))
  const headers = request.headers.flatMap(([name, value]): MessageField[] =>
    name === 'cookie' ? pairs('cookie', cookiePairs(value)) : [{ group: 'header', name, value }],
  )
  return [...query, ...headers, ...bodyFields(request)]
}

function responseFields(response: HttpResponse): MessageField[] {
  const headers = response.headers.flatMap(([name, value]): MessageField[] => {
    if (name === 'set-cookie') return pairs('cookie', cookiePairs(value).slice(0, 1))
    if (name !== 'location') return [{ group: 'header', name, value }]
    return [{ group: 'header', name, value }, ...pairs('location', urlParameters(value))]
  })
  return [...headers, ...bodyFields(response)]
}

function bodyFields(message: HttpRequest | HttpResponse): MessageField[] {
  const { body } = message
  if (body === null) return []
  const type = (header(message, 'content-type') ?? '').toLowerCase()
  if (type.startsWith('application/x-www-form-urlencoded')) return pairs('form', parseForm(body))
  if (/^[\w.-]+\/([\w.-]+\+)?json/.test(type)) return jsonFields(parseJson(body))
  return []
}

function pairs(group: MessageField['group'], list: [name: string, value: string][]): MessageField[] {
  return list.map(([name, value]) => ({ group, name, value }))
}

/** `name=value` pairs of a `Cookie` header, or the pair and the attributes of a `Set-Cookie` line. */
function cookiePairs(line: string): [string, string][] {
  return line.split(';').map((pair) => {
    const [name = '', ...value] = pair.split('=')
    return [name.trim(), value.join('=').trim()]
  })
}

/** Parameters of a URL's query and of its fragment. */
export function urlParameters(url: string): [string, string][] {
  const [rest = '', fragment = ''] = url.split(/#(.*)/s)
  return [...parseForm(rest.split(/\?(.*)/s)[1] ?? ''), ...parseForm(fragment)]
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function jsonFields(value: unknown, path: readonly string[] = []): MessageField[] {
  if (value === undefined || path.length > DEPTH_LIMIT) return []
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([name, member]) => jsonFields(member, [...path, name]))
  }
  return [{ group: 'json', name: path.join('.'), value: typeof value === 'string' ? value : JSON.stringify(value) }]
}

/** What a value was packed in: the pair of Basic, the token of another scheme, the claims of a JWT, a URL. */
export type Packing = 'basic' | 'token' | 'jwt' | 'url'

export interface Packed {
  value: string
  packing: Packing
}

/**
 * The values packed inside one value: credentials of an `Authorization` header, claims of a JWT, parameters of a
 * URL, and what is packed inside those. Does not repeat the value itself.
 */
export function packedInside(value: string): string[] {
  return unpack(value).map((one) => one.value)
}

/** The same, each with what it was packed in; of nested packings the innermost that is no URL. */
export function unpack(value: string, depth = 0): Packed[] {
  if (depth > 3) return []
  const inner = [...credentials(value), ...claims(value), ...urlValues(value)]
  return inner.flatMap((one) => [
    one,
    ...unpack(one.value, depth + 1).map((nested) =>
      nested.packing === 'url' ? { ...nested, packing: one.packing } : nested,
    ),
  ])
}

function credentials(value: string): Packed[] {
  const [, scheme = '', rest = ''] = /^(basic|bearer|dpop) +(\S+)$/i.exec(value) ?? []
  if (scheme.toLowerCase() !== 'basic') return rest ? [{ value: rest, packing: 'token' }] : []
  try {
    const pair = decodeUtf8(decodeBase64Url(rest.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')))
    const cut = pair.indexOf(':')
    return [pair.slice(0, cut), pair.slice(cut + 1)].map((part) => ({ value: decodeFormValue(part), packing: 'basic' }))
  } catch {
    return []
  }
}

function claims(value: string): Packed[] {
  const jwt = decodeJwt(value)
  return jwt ? jsonFields(jwt.payload).map((field) => ({ value: field.value, packing: 'jwt' })) : []
}

function urlValues(value: string): Packed[] {
  if (!/^(https?:\/)?\/|^[a-z][\w+.-]*:/i.test(value)) return []
  return urlParameters(value).map(([, inner]) => ({ value: inner, packing: 'url' }))
}

/** The values of a JSON text, as deep as they are read; none when it is no JSON. */
export function jsonValues(text: string): string[] {
  return jsonFields(parseJson(text)).map((field) => field.value)
}
