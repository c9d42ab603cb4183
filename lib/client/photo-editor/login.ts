import { encodeBase64Url } from '@/lib/oauth/base64url'
import { encodeForm, type Parameters } from '@/lib/oauth/form'
import { s256 } from '@/lib/oauth/pkce'
import type { SecretKind } from '@/lib/oauth/secrets'
import { keyThumbprint } from '../dpop'
import type { ClientEnvironment } from '../environment'
import { runMove } from '../halves'
import { seeOther } from '../pages/page'
import { printShopUrl } from '../print-shop/application'
import { returnTarget } from '../return-target'
import { registrationAt, registrationOf, serverAt } from '../server'
import { endSession, findSession, startSession } from '../sessions'
import type { ClientLogin, ClientSession } from '../tables'
import { ACCESS_SCOPE, APPLICATION, LOGIN_SCOPE } from './application'
import { errorPage } from './pages'
import { pushRefused } from './problems'

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
  const { otherServer } = env
  const issuer = otherServer && wish.get('server') === otherServer.name ? otherServer.issuer : env.origins.issuer
  const old = await findSession(request, env)
  if (old) await endSession(old.key, env)
  const { session, cookie } = await startSession(APPLICATION, env)
  return beginAuthorization(session, { issuer, return_to, forPrints, headers: [['set-cookie', cookie]] }, env)
}

/** What is asked for, and what becomes of the browser afterwards. */
interface Wish {
  /** The authorization server to ask; left out, the drive's. */
  issuer?: string
  /** Where the answer is to come; left out, to the callback the application registered first. */
  redirectUri?: string
  return_to: string | null
  forPrints?: boolean
  headers?: [string, string][]
}

/** Makes the authorization request of a session that has none under way, and sends the browser off with it. */
export async function beginAuthorization(
  session: ClientSession,
  { issuer: asked, redirectUri, return_to, forPrints = false, headers = [] }: Wish,
  env: ClientEnvironment,
): Promise<Response> {
  const issuer = asked ?? env.origins.issuer
  const server = serverAt(env, issuer)
  const verifier = env.policy.usePkce ? newSecret('code_verifier', env) : null
  const state = env.policy.checkState ? newSecret('state', env) : null
  const nonce = env.policy.openIdConnect && env.policy.useNonce ? newSecret('nonce', env) : null
  const begun = newLogin(session.key, env)
  const redirect_uri = redirectUri ?? begun.redirect_uri
  await env.store.insert('logins', { ...begun, issuer, redirect_uri, state, nonce, code_verifier: verifier, return_to })

  const { clientId } = registrationAt(env, APPLICATION, issuer)
  const parameters: Parameters = [
    ['response_type', 'code'],
    ['client_id', clientId],
    ['redirect_uri', redirect_uri],
    ['scope', begun.scope],
  ]
  if (nonce) parameters.push(['nonce', nonce])
  // A token for the print shop is made for the print shop (RFC 8707, section 2).
  if (forPrints) parameters.push(['resource', printShopUrl(env.origins)])
  if (state) parameters.push(['state', state])
  if (verifier) {
    const method = env.policy.challengeMethod
    const challenge = method === 'plain' ? verifier : await s256(verifier)
    env.report({ type: 'secret', secret: { kind: 'code_challenge', value: challenge, madeBy: 'client' } })
    parameters.push(['code_challenge', challenge], ['code_challenge_method', method])
  }
  if (env.policy.useDpop) parameters.push(['dpop_jkt', await keyThumbprint(env)])
  if (env.policy.usePar && server.pushed_authorization_request_endpoint) return push(session, parameters, headers, env)
  return seeOther(`${server.authorization_endpoint}?${encodeForm(parameters)}`, headers)
}

/**
 * Has the request pushed first (RFC 9126). Where the learner steps, that is the application's next move; in a browser
 * tab it is done before the browser hears anything.
 */
async function push(
  { key, expires_at }: ClientSession,
  parameters: Parameters,
  headers: [string, string][],
  env: ClientEnvironment,
): Promise<Response> {
  const request = encodeForm(parameters)
  await env.store.insert('pushes', { key, request, request_uri: null, issued_at: env.now(), expires_at })
  if (!env.stepped) {
    const { arrival, response } = await runMove(env, 'par-request', { application: APPLICATION, session: key })
    if (arrival === 'refusal') return errorPage(await pushRefused(response), env, headers)
  }
  return seeOther(`${env.origins.client}/connect`, headers)
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
