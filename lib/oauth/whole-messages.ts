import { WholeHeaders } from './whole-headers'

/**
 * Messages whose body is at hand as a whole. A handler takes and answers Fetch's `Request` and `Response`; these are
 * such, but make no stream, no signal and no copy until somebody asks for one: in Node a `Request` with a body that is
 * recorded and then read costs a hundred microseconds, one of these two.
 */

/** A request that has been read. `new Request(it)` is the one thing that does not work: give its parts instead. */
export class WholeRequest {
  readonly method: string
  readonly url: string
  readonly headers: Headers
  /** All of the body; empty when there was none. */
  readonly bytes: Uint8Array<ArrayBuffer>
  /** The same as Fetch knows it, made when something is asked for that is not above. */
  #made: Request | null = null

  private constructor(method: string, url: string, headers: Headers, bytes: Uint8Array<ArrayBuffer>) {
    this.method = method
    this.url = url
    this.headers = headers
    this.bytes = bytes
  }

  static of(method: string, url: string, headers: Headers, bytes: Uint8Array<ArrayBuffer>): Request & WholeRequest {
    return new WholeRequest(method, url, headers, bytes) as Request & WholeRequest
  }

  static made(request: WholeRequest): Request {
    const { method, url, headers, bytes } = request
    const body = bytes.byteLength === 0 ? null : bytes
    request.#made ??= new Request(url, { method, headers, body, redirect: 'manual' })
    return request.#made
  }
}

/** A response whose body is a text. */
export class WholeResponse {
  readonly content: string
  readonly status: number
  readonly headers: Headers
  /** The same with a stream, made when somebody asks for it. */
  #made: Response | null = null

  private constructor(content: string, status: number, headers: Headers) {
    this.content = content
    this.status = status
    this.headers = headers
  }

  static of(content: string, status: number, headers: Headers): Response & WholeResponse {
    return new WholeResponse(content, status, headers) as Response & WholeResponse
  }

  static made(response: WholeResponse): Response {
    const { content, status, headers } = response
    response.#made ??= new Response(content, { status, headers })
    return response.#made
  }

  clone(): Response {
    return WholeResponse.of(this.content, this.status, WholeHeaders.of(this.headers))
  }
}

standIn(WholeRequest, Request, ['method', 'url', 'headers'])
standIn(WholeResponse, Response, ['status', 'headers', 'clone'])

/** Makes ours one of Fetch's: what it does not know itself, the one that is made of it answers. */
function standIn<Whole extends object>(
  ours: { prototype: Whole; made(whole: Whole): object },
  theirs: { prototype: object },
  known: readonly string[],
): void {
  Object.setPrototypeOf(ours.prototype, theirs.prototype)
  for (const name of Object.getOwnPropertyNames(theirs.prototype)) {
    if (name === 'constructor' || known.includes(name)) continue
    Object.defineProperty(ours.prototype, name, {
      get(this: Whole) {
        const made = ours.made(this)
        const member: unknown = Reflect.get(made, name)
        return typeof member === 'function' ? member.bind(made) : member
      },
    })
  }
}
