/** The parts that stories use of clients that bring no types. */

declare module 'simple-oauth2' {
  interface Token {
    access_token: string
    refresh_token?: string
    token_type: string
    scope?: string
  }
  interface AccessToken {
    token: Readonly<Token>
    refresh(params?: Record<string, string>): Promise<AccessToken>
    revoke(kind: 'access_token' | 'refresh_token'): Promise<unknown>
  }
  interface Settings {
    client: { id: string; secret: string }
    auth: { tokenHost: string; tokenPath: string; authorizePath?: string; revokePath?: string }
    http?: { json: true }
    options?: { authorizationMethod?: 'header' | 'body' }
  }
  export class AuthorizationCode {
    constructor(settings: Settings)
    authorizeURL(params: Record<string, string>): string
    getToken(params: Record<string, string>): Promise<AccessToken>
  }
  export class ClientCredentials {
    constructor(settings: Settings)
    getToken(params: Record<string, string>): Promise<AccessToken>
  }
  export class ResourceOwnerPassword {
    constructor(settings: Settings)
    getToken(params: Record<string, string>): Promise<AccessToken>
  }
}

declare module 'passport-oauth2' {
  interface Options {
    authorizationURL: string
    tokenURL: string
    clientID: string
    clientSecret: string
    callbackURL: string
    scope: string
    state: true
    pkce: true
  }
  export interface Incoming {
    query: Record<string, string>
    session: Record<string, unknown>
  }
  type Done = (error: Error | null, user: unknown) => void
  export default class OAuth2Strategy {
    constructor(options: Options, verify: (access: string, refresh: string, profile: unknown, done: Done) => void)
    authenticate(request: Incoming): void
    redirect: (url: string) => void
    success: (user: unknown) => void
    fail: (challenge: unknown) => void
    error: (error: Error) => void
  }
}
