import 'server-only'
import type { Lab } from '@/lib/lab/lab'
import { isLabRefusal, LabRefusal } from '@/lib/lab/refusal'
import { logFailure } from './log'
import { world } from './world'

/** Bytes of a control request's body. */
const BODY_LIMIT = 256 * 1024

export interface LabCall {
  lab: Lab
  /** The JSON body, an empty object when there was none. */
  body: Record<string, unknown>
  /** Path parameters of the route. */
  params: Record<string, string>
  url: URL
}

/** What a route handler gets from Next as its second argument. */
interface RouteContext {
  params: Promise<Record<string, string | string[] | undefined>>
}

/** A route of the control API that needs no lab. */
export function control(work: (body: Record<string, unknown>, request: Request) => Promise<Response>) {
  return (request: Request): Promise<Response> => answered(async () => work(await readJson(request), request))
}

/** A route of the control API on one lab: checks the key first; without it the answer is 404. */
export function labControl(work: (call: LabCall) => Promise<Response>) {
  return (request: Request, context: RouteContext): Promise<Response> =>
    answered(async () => {
      const params = Object.fromEntries(
        Object.entries(await context.params).map(([name, value]) => [name, String(value)]),
      )
      const lab = world().labs.open(params.lab ?? '', keyOf(request, params.lab ?? ''))
      return work({
        lab,
        body: await readJson(request),
        params,
        url: new URL(request.url),
      })
    })
}

export const keyCookieName = (lab: string): string => `grant_lab_${lab}`

/** The cookie that carries a lab's key for the page: unreadable by scripts, sent by this app's own pages only. */
export function keyCookie(lab: string, key: string): string {
  return `${keyCookieName(lab)}=${key}; Path=/api/labs/${lab}; HttpOnly; Secure; SameSite=Strict`
}

function keyOf(request: Request, lab: string): string | null {
  const bearer = /^Bearer +(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1]
  if (bearer) return bearer
  const cookies = (request.headers.get('cookie') ?? '').split(/; */)
  const wanted = `${keyCookieName(lab)}=`
  return cookies.find((cookie) => cookie.startsWith(wanted))?.slice(wanted.length) ?? null
}

/** What `work` answers; a refusal as problem+json. */
export async function answered(work: () => Promise<Response>): Promise<Response> {
  try {
    return await work()
  } catch (error) {
    if (isLabRefusal(error)) return problem(error)
    if (error instanceof Error && error.name === 'OAuthError') return problem(new LabRefusal(400, error.message))
    logFailure('control API', error)
    return problem(new LabRefusal(500, 'The app failed. Nothing is lost: try again.'))
  }
}

/** An error as RFC 9457 has it, with a sentence that says what to do. */
function problem({ status, message, retryAfter }: LabRefusal): Response {
  const headers = new Headers({
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
  })
  if (retryAfter !== null) headers.set('retry-after', String(retryAfter))
  return new Response(
    JSON.stringify({
      type: 'about:blank',
      title: TITLES[status] ?? 'Error',
      status,
      detail: message,
    }),
    {
      status,
      headers,
    },
  )
}

const TITLES: Record<number, string> = {
  400: 'Bad request',
  404: 'Not found',
  409: 'Conflict',
  413: 'Content too large',
  429: 'Too many requests',
  500: 'Internal server error',
  503: 'Service unavailable',
}

/** The body as a JSON object, an empty one when there was none. @param limit bytes */
export async function readJson(request: Request, limit = BODY_LIMIT): Promise<Record<string, unknown>> {
  const text = await readText(request, limit)
  if (text.trim() === '') return {}
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new LabRefusal(400, 'The body is not valid JSON. Send an object, such as {"policy":{"preset":"bcp"}}.')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new LabRefusal(400, 'The body must be a JSON object, such as {"policy":{"preset":"bcp"}}.')
  }
  return value as Record<string, unknown>
}

async function readText(request: Request, limit: number): Promise<string> {
  const tooLarge = new LabRefusal(413, `The body is too large: at most ${limit} bytes.`)
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge
  if (!request.body) return ''
  const decoder = new TextDecoder()
  let text = ''
  let size = 0
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength
    if (size > limit) throw tooLarge
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}
