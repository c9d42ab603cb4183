import { z } from 'zod'
import type { HttpRequest, HttpResponse } from '@/lib/oauth/http'
import type { Soon } from '@/lib/oauth/soon'
import { WholeHeaders } from '@/lib/oauth/whole-headers'
import { WholeRequest, WholeResponse } from '@/lib/oauth/whole-messages'

/** Bytes of a body that are recorded, and that an edited request may have. */
export const BODY_LIMIT = 128 * 1024

const URL_LIMIT = 32 * 1024
const HEADER_LIMIT = 100
const HEADER_VALUE_LIMIT = 16 * 1024

/** Statuses whose responses never have a body (WHATWG Fetch, "null body status"). */
const BODILESS = new Set([204, 205, 304])

const utf8 = new TextDecoder()

/** Reads a request as it goes over the wire; the request itself stays unread. */
export function toHttpRequest(request: Request): Soon<HttpRequest> {
  const { method, url, headers } = request
  const read = { method, url: withoutFragment(url), headers: [...headers] }
  return withBody(read, request)
}

/** @throws TypeError when the address or a header is not one; `parseEditedRequest` finds that out before */
export function toRequest({ method, url, headers, body }: HttpRequest): Request {
  return WholeRequest.of(method, new URL(url).href, WholeHeaders.of(headers), new TextEncoder().encode(body ?? ''))
}

/** Reads a response as it goes over the wire; the response itself stays unread. Each `Set-Cookie` stands alone. */
export function toHttpResponse(response: Response): Soon<HttpResponse> {
  return withBody({ status: response.status, headers: [...response.headers] }, response)
}

export function toResponse({ status, headers, body }: HttpResponse): Response {
  if (body === null || BODILESS.has(status)) return new Response(null, { status, headers: WholeHeaders.of(headers) })
  return WholeResponse.of(body, status, WholeHeaders.of(headers))
}

/** The body as text, cut with a note after `BODY_LIMIT` bytes; null when there is none. */
async function readBody(message: Request | Response): Promise<string | null> {
  const stream = message.body && message.clone().body
  if (!stream) return null
  const reader = stream.getReader()
  const decoder = new TextDecoder()
  let text = ''
  let room = BODY_LIMIT
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    text += decoder.decode(next.value.subarray(0, room), { stream: true })
    room -= next.value.byteLength
    if (room < 0) {
      void reader.cancel()
      return `${text}\n[cut here: only the first ${BODY_LIMIT} bytes are recorded]`
    }
  }
  text += decoder.decode()
  return text === '' ? null : text
}

/** At once where the body is at hand: these are called for every message. */
function withBody<Read extends object>(read: Read, message: Request | Response) {
  const body = atHand(message)
  return body === undefined ? readBody(message).then((later) => ({ ...read, body: later })) : { ...read, body }
}

/** The whole body where it need not be streamed or cut; undefined otherwise. */
function atHand(message: Request | Response): string | null | undefined {
  if (message instanceof WholeResponse) {
    // A character of a text takes at most three bytes.
    return message.content.length * 3 <= BODY_LIMIT ? message.content || null : undefined
  }
  if (!(message instanceof WholeRequest) || message.bytes.byteLength > BODY_LIMIT) return undefined
  return utf8.decode(message.bytes) || null
}

/** A request's URL is in its normal form already. */
function withoutFragment(url: string): string {
  const cut = url.indexOf('#')
  return cut < 0 ? url : url.slice(0, cut)
}

const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/
/** Visible ASCII, space, tab, and the bytes 80 to FF (RFC 9110, section 5.5). */
const FIELD_VALUE = /^[\t\x20-\x7e\x80-\xff]*$/
/** The connection sets these; a copy in the message would contradict it. */
const CONNECTION_HEADERS = new Set(
  'connection content-length expect host keep-alive te trailer transfer-encoding upgrade proxy-connection'.split(' '),
)
const UNSENDABLE_METHODS = new Set(['CONNECT', 'TRACE', 'TRACK'])

const HEADER_NAME = z
  .string('A header’s name must be text.')
  .max(256, 'A header’s name may have at most 256 characters.')
  .regex(TOKEN, {
    error: ({ input }) => `${quoted(input)} is not a header name: only letters, digits and !#$%&'*+-.^_\`|~ may occur.`,
  })
  .transform((name) => name.toLowerCase())
  .refine((name) => !CONNECTION_HEADERS.has(name), {
    error: ({ input }) => `Leave out ${quoted(input)}: the connection sets it by itself.`,
  })

const HEADER_VALUE = z
  .string('A header’s value must be text.')
  .max(HEADER_VALUE_LIMIT, `A header’s value may have at most ${HEADER_VALUE_LIMIT} characters.`)
  .regex(FIELD_VALUE, {
    error: ({ input }) =>
      `A header cannot carry ${quoted(input)}: line breaks and characters beyond Latin-1 are not allowed.`,
  })
  .transform((value) => value.replace(/^[\t ]+|[\t ]+$/g, ''))

const EDITED_REQUEST = z.strictObject(
  {
    method: z
      .string('The method must be text, such as GET.')
      .max(40, 'The method may have at most 40 characters.')
      .regex(TOKEN, { error: ({ input }) => `${quoted(input)} is not a method: use one word, such as GET or POST.` })
      .transform((method) => (/^(get|head|post|put|delete|options)$/i.test(method) ? method.toUpperCase() : method))
      .refine((method) => !UNSENDABLE_METHODS.has(method.toUpperCase()), {
        error: ({ input }) => `${quoted(input)} cannot be sent from here. Use another method.`,
      }),
    url: z.string('The URL must be text.').max(URL_LIMIT, `The URL may have at most ${URL_LIMIT} characters.`),
    headers: z
      .array(
        z.tuple([HEADER_NAME, HEADER_VALUE], 'Each header is a pair: name and value.'),
        'Headers are a list of pairs.',
      )
      .max(HEADER_LIMIT, `A request may have at most ${HEADER_LIMIT} headers.`),
    body: z
      .string('The body must be text, or null.')
      .refine(
        (body) => new TextEncoder().encode(body).byteLength <= BODY_LIMIT,
        `The body may have at most ${BODY_LIMIT} bytes.`,
      )
      .nullable(),
  },
  'A request has exactly these members: method, url, headers, body.',
)

/**
 * A request as a learner changed it, or the reason why it cannot be sent. Header names come out in lower case and
 * the URL in its normal form, so that what was judged is what is sent.
 *
 * @param allowedBases the lab's own base URLs, without trailing slash: nothing else can be reached
 */
export function parseEditedRequest(
  candidate: unknown,
  allowedBases: readonly string[],
): { request: HttpRequest } | { error: string } {
  const parsed = EDITED_REQUEST.safeParse(candidate)
  if (!parsed.success) {
    const sentences = parsed.error.issues.map((issue) => issue.message)
    return { error: [...new Set(sentences)].slice(0, 5).join(' ') }
  }
  const { method, headers } = parsed.data
  const body = parsed.data.body === '' ? null : parsed.data.body
  if (body !== null && (method === 'GET' || method === 'HEAD')) {
    return { error: `A ${method} request has no body. Change the method to POST, or remove the body.` }
  }
  const url = judgeUrl(parsed.data.url, allowedBases)
  return 'error' in url ? url : { request: { method, url: url.href, headers, body } }
}

function judgeUrl(text: string, allowedBases: readonly string[]): { href: string } | { error: string } {
  if (!URL.canParse(text)) return { error: `${quoted(text)} is not an absolute URL.` }
  const url = new URL(text)
  if (url.username || url.password) return { error: 'The URL must not hold a user name or password.' }
  if (text.includes('#')) return { error: 'A fragment (#…) is never sent. Remove it from the URL.' }
  if (!allowedBases.some((base) => isBelow(url, base))) {
    return { error: `The URL must stay below one of this lab’s own addresses: ${allowedBases.join(', ')}.` }
  }
  return { href: url.href }
}

function isBelow({ origin, pathname }: URL, base: string): boolean {
  const allowed = new URL(base)
  const folder = allowed.pathname.replace(/\/$/, '')
  return origin === allowed.origin && (pathname === folder || pathname.startsWith(`${folder}/`))
}

function quoted(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > 80 ? `${text.slice(0, 79)}…"` : text
}
