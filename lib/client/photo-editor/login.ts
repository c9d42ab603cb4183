import { encodeBase64Url } from '@/lib/oauth/base64url'
import { checklist } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import { s256 } from '@/lib/oauth/pkce'
import type { SecretKind } from '@/lib/oauth/secrets'
import { LOGIN_CHECKS } from '../checks'
import { returnToOwnPage } from '../checks/return-to-own-page'
import type { ClientEnvironment } from '../environment'
import { seeOther } from '../pages/page'
import { printShopUrl } from '../print-shop/application'
import { registrationOf, serverMetadata } from '../server'
import { endSession, findSession, startSession } from '../sessions'
import type { ClientLogin } from '../tables'
import { ACCESS_SCOPE, APPLICATION, LOGIN_SCOPE } from './application'

/** How long the user may take at the authorization server. */
const LOGIN_LIFETIME = 60 * 60 * 1000

/**
 * `GET /login`: begins an authorization and sends the browser to the authorization server
 * (RFC 6749, section 4.1.1; RFC 7636, section 4.3). A new login begins a new session, so that nobody can plant one.
 */
export async function login(request: Request, env: ClientEnvironment): Promise<Response> {
  const wish = new URL(request.url).searchParams
  const forPrints = wish.get('for') === 'prints'
  const return_to = forPrints ? `${env.origins.client}/prints` : await returnTarget(wish.get('return_to'), env)
  const old = await findSession(request, env)
  if (old) await endSession(old.key, env)
  const { session, cookie } = await startSession(APPLICATION, env)

  const verifier = env.policy.usePkce ? newSecret('code_verifier', env) : null
  const state = env.policy.checkState ? newSecret('state', env) : null
  const nonce = env.policy.openIdConnect && env.policy.useNonce ? newSecret('nonce', env) : null
  const begun = newLogin(session.key, env)
  await env.store.insert('logins', { ...begun, state, nonce, code_verifier: verifier, return_to })

  const { clientId, redirectUri } = registrationOf(env, APPLICATION)
  const location = new URL(serverMetadata(env).authorization_endpoint)
  location.searchParams.set('response_type', 'code')
  location.searchParams.set('client_id', clientId)
  location.searchParams.set('redirect_uri', redirectUri)
  location.searchParams.set('scope', begun.scope)
  if (nonce) location.searchParams.set('nonce', nonce)
  // A token for the print shop is made for the print shop (RFC 8707, section 2).
  if (forPrints) location.searchParams.set('resource', printShopUrl(env.origins))
  if (state) location.searchParams.set('state', state)
  if (verifier) {
    const challenge = await s256(verifier)
    env.report({ type: 'secret', secret: { kind: 'code_challenge', value: challenge, madeBy: 'client' } })
    location.searchParams.set('code_challenge', challenge)
    location.searchParams.set('code_challenge_method', 'S256')
  }
  return seeOther(location.href, [['set-cookie', cookie]])
}

/** A login as it begins, without anything that protects it. */
export function newLogin(key: string, env: ClientEnvironment): ClientLogin {
  const { redirectUri } = registrationOf(env, APPLICATION)
  const issued_at = env.now()
  return {
    key,
    issuer: env.origins.issuer,
    state: null,
    nonce: null,
    code_verifier: null,
    redirect_uri: redirectUri,
    scope: env.policy.openIdConnect ? LOGIN_SCOPE : ACCESS_SCOPE,
    return_to: null,
    response: null,
    issued_at,
    expires_at: issued_at + LOGIN_LIFETIME,
    used_at: null,
  }
}

/** 256 bits: as many as RFC 7636, section 7.1 asks of a verifier, and far more than anybody guesses. */
function newSecret(kind: SecretKind, env: ClientEnvironment): string {
  const value = encodeBase64Url(env.random(32))
  env.report({ type: 'secret', secret: { kind, value, madeBy: 'client' } })
  return value
}

/** Even an application that forwards to any address stays among the servers of this lab. */
async function returnTarget(wish: string | null, env: ClientEnvironment): Promise<string | null> {
  if (wish === null) return null
  const base = env.origins.client
  const target = URL.canParse(wish, `${base}/`) ? new URL(wish, `${base}/`) : null
  await checklist('client', LOGIN_CHECKS, env).apply(returnToOwnPage, { target, base })
  const inLab = Object.values(env.origins).some((origin) => target && new URL(origin).origin === target.origin)
  if (target && inLab) return target.href
  throw new OAuthError({
    code: 'invalid_request',
    description: 'return_to leads out of this lab.',
    cites: ['rfc9700-4.11.1'],
    hint: 'A lab never sends a browser anywhere but to its own servers.',
  })
}
