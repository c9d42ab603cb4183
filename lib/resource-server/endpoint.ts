import type { ResourceServerEnvironment } from './environment'

/** A request as an endpoint gets it: its body read once, and bounded. */
export interface ApiRequest {
  method: string
  /** The request URL as received. The drive's own identifiers come from `env.origins`, never from here. */
  url: URL
  headers: Headers
  /** Empty when there was none. */
  body: string
}

/** Whom and what a valid access token speaks for. */
export interface Access {
  /** `sub`: the user, or the client itself when it acts on its own behalf. */
  subject: string
  clientId: string
  /** True when the client acts on its own behalf. */
  isClient: boolean
}

/** One protected operation. */
export interface Operation {
  /** Scope the access token must carry. */
  scope: string
  /** `user`: only a token that speaks for a user will do. `anyone`: a client's own token too. */
  subject: 'user' | 'anyone'
  handle(request: ApiRequest, access: Access, env: ResourceServerEnvironment): Promise<Response>
}

/** A path below the drive's base, and what each method does there. Anything else is 405 with `Allow`. */
export interface Endpoint {
  path: string
  methods: Partial<Record<string, Operation>>
}
