import { basic, CALLBACK, type SeededCode, type TestAuthorizationServer, VERIFIER } from './authorization-server'

/** Parameters of an honest token request of `web`, for a fresh code. */
export async function codeRequest(as: TestAuthorizationServer, code?: SeededCode): Promise<Record<string, string>> {
  return {
    grant_type: 'authorization_code',
    code: await as.seedCode(code),
    redirect_uri: code?.redirect_uri ?? CALLBACK,
    code_verifier: VERIFIER,
  }
}

/** A refresh request, by `web` unless other headers are given. */
export function refresh(
  as: TestAuthorizationServer,
  refresh_token: string,
  parameters: Record<string, string> = {},
  headers: Record<string, string> = basic('web'),
): Promise<Response> {
  return as.form('/token', { grant_type: 'refresh_token', refresh_token, ...parameters }, headers)
}

/** What the drive is told about a token, or another caller that authenticates by Basic. */
export async function introspect(
  as: TestAuthorizationServer,
  token: string,
  caller = 'photo-drive',
): Promise<Record<string, unknown>> {
  const response = await as.form('/introspect', { token }, basic(caller))
  if (response.status !== 200) throw new Error(`No introspection: ${await response.text()}`)
  return (await response.json()) as Record<string, unknown>
}

export async function isActive(as: TestAuthorizationServer, token: string): Promise<boolean> {
  return (await introspect(as, token)).active === true
}

/** Status and error code of a response, such as `400 invalid_grant`; `200` when it is no refusal. */
export async function outcome(response: Response): Promise<string> {
  const body: unknown = await response.clone().json()
  const error = body !== null && typeof body === 'object' && 'error' in body ? ` ${body.error}` : ''
  return `${response.status}${error}`
}

/** POSTs client metadata to the registration endpoint. */
export function register(
  as: TestAuthorizationServer,
  metadata: Record<string, unknown>,
  headers: Record<string, string> = {},
): Promise<Response> {
  return as.request('/register', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(metadata),
  })
}
