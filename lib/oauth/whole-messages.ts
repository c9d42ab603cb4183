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

Object.setPrototypeOf(WholeRequest.prototype, Request.prototype)
for (const name of Object.getOwnPropertyNames(Request.prototype)) {
  if (['constructor', 'method', 'url', 'headers'].includes(name)) continue
  Object.defineProperty(WholeRequest.prototype, name, {
    get(this: WholeRequest) {
      const made = WholeRequest.made(this)
      const member: unknown = Reflect.get(made, name)
      return typeof member === 'function' ? member.bind(made) : member
    },
  })
}

/** A response whose body is a text. */
export class WholeResponse extends Response {
  readonly content: string
  /** The same with a stream, made when somebody asks for it. */
  #made: Response | null = null

  constructor(content: string, init: ResponseInit) {
    super(null, init)
    this.content = content
  }

  static made(response: WholeResponse): Response {
    response.#made ??= new Response(response.content, { status: response.status, headers: response.headers })
    return response.#made
  }

  override clone(): Response {
    return new WholeResponse(this.content, { status: this.status, headers: this.headers })
  }
}

for (const name of ['body', 'bodyUsed', 'text', 'json', 'arrayBuffer', 'blob', 'formData', 'bytes']) {
  Object.defineProperty(WholeResponse.prototype, name, {
    get(this: WholeResponse) {
      const made = WholeResponse.made(this)
      const member: unknown = Reflect.get(made, name)
      return typeof member === 'function' ? member.bind(made) : member
    },
  })
}
