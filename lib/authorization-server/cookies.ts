import type { AuthorizationServerEnvironment } from './environment'

/** Value of a cookie of the request, or null. */
export function readCookie(headers: Headers, name: string): string | null {
  for (const pair of (headers.get('cookie') ?? '').split(';')) {
    const [key, value] = pair.trim().split(/=(.*)/s)
    if (key === name && value) return value
  }
  return null
}

/**
 * A `Set-Cookie` header for a cookie that scripts cannot read, that no other site's form can send (unless the policy
 * has it otherwise), and that stays below this lab's issuer (RFC 6749, section 10.12; cookies do not know ports: RFC 6265, section 8.5).
 *
 * @param lifetimeSeconds left out: until the browser closes; 0 deletes the cookie
 */
export function cookie(
  env: Pick<AuthorizationServerEnvironment, 'origins' | 'policy'>,
  name: string,
  value: string,
  lifetimeSeconds?: number,
): [name: string, value: string] {
  const path = new URL(env.origins.issuer).pathname
  const sameSite = env.policy.cookiesAcrossSites ? 'None' : 'Lax'
  const lifetime = lifetimeSeconds === undefined ? '' : `; Max-Age=${lifetimeSeconds}`
  return ['set-cookie', `${name}=${value}; Path=${path}${lifetime}; HttpOnly; Secure; SameSite=${sameSite}`]
}
