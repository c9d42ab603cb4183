import { checklist } from '@/lib/oauth/check'
import { encodeForm, type Parameters, parameter, parseForm } from '@/lib/oauth/form'
import { scopeIncludes } from '@/lib/oauth/scope'
import { CALLBACK_CHECKS } from '../checks'
import { codePresent } from '../checks/code-present'
import { issuerAsAsked } from '../checks/issuer-as-asked'
import { responseParametersOnce } from '../checks/response-parameters-once'
import { stateOfThisSession } from '../checks/state-of-this-session'
import { stateUsedOnce } from '../checks/state-used-once'
import type { ClientEnvironment } from '../environment'
import { runMove } from '../halves'
import { seeOther } from '../pages/page'
import { returnTarget } from '../return-target'
import { findSession, startSession } from '../sessions'
import type { ClientLogin } from '../tables'
import { APPLICATION } from './application'
import { newLogin } from './login'
import { errorPage, waitingPage } from './pages'
import { showPhotos } from './photos'
import { declined, notSignedIn, tokenRefused } from './problems'

type Headers = [name: string, value: string][]

/**
 * `GET /callback`: takes in the authorization response (RFC 6749, sections 4.1.2 and 4.1.2.1). Nothing is sent
 * anywhere before every check has passed. Where the learner steps, the code then waits to be redeemed; in a browser
 * tab it is redeemed at once.
 */
export async function callback(request: Request, env: ClientEnvironment): Promise<Response> {
  const parameters = parseForm(new URL(request.url).search.slice(1))
  const onward = await withoutAnswer(parameters, env)
  if (onward !== null) return seeOther(onward)
  return takeAnswer({ parameters, under: await loginUnderWay(request, env), unasked: () => startUnasked(env) }, env)
}

/** An answer that has come in, and what there is to judge it by. */
interface Incoming {
  parameters: Parameters
  /** The login that this browser has under way; null when it has none. */
  under: ClientLogin | null
  /** What takes its place where an application does not care. */
  unasked(): Promise<{ login: ClientLogin; headers: Headers }>
  /** Called when every check has passed. */
  accepted?(): Promise<void>
}

/** Judges an answer; accepted, it is redeemed. */
export async function takeAnswer(
  { parameters, under, unasked, accepted }: Incoming,
  env: ClientEnvironment,
): Promise<Response> {
  const refusal = await judgeResponse(parameters, under, env)
  if (refusal) return errorPage(declined(refusal), env)

  const { login, headers } = under ? { login: under, headers: [] } : await unasked()
  const kept = parameters.filter(([name]) => ['code', 'state', 'iss'].includes(name))
  await env.store.update('logins', login.key, { response: encodeForm(kept) })
  await accepted?.()

  if (!env.stepped) {
    const { arrival, response } = await runMove(env, 'token-request', { application: APPLICATION, session: login.key })
    if (arrival === 'refusal') return errorPage(await tokenRefused(response), env, headers)
    if (scopeIncludes(login.scope, 'openid') && !(await signInUser(login.key, env))) {
      return errorPage(notSignedIn(), env, headers)
    }
  }
  if (env.policy.leaveCallback) return seeOther(login.return_to ?? `${env.origins.client}/photos`, headers)
  if (env.stepped)
    return waitingPage('Photo Editor has your permission and is about to fetch your photos.', env, headers)
  return showPhotos(login.key, env, headers)
}

/** An address with `return_to` and no answer in it asks for nothing but to be sent on. */
function withoutAnswer(parameters: Parameters, env: ClientEnvironment): Promise<string | null> {
  const answered = parameters.some(([name]) => name === 'code' || name === 'error')
  return returnTarget(answered ? null : parameter(parameters, 'return_to'), env)
}

/** Verifies the ID token and asks for the user's profile; a profile that cannot be had signs nobody out. */
async function signInUser(session: string, env: ClientEnvironment): Promise<boolean> {
  const who = { application: APPLICATION, session }
  const { arrival } = await runMove(env, 'key-set-request', who)
  if (arrival === 'refusal') return false
  await runMove(env, 'userinfo-request', who)
  return true
}

/** @returns the authorization error that came instead of a code, or null */
async function judgeResponse(
  parameters: Parameters,
  login: ClientLogin | null,
  env: ClientEnvironment,
): Promise<{ code: string; description: string | null } | null> {
  const checks = checklist('client', CALLBACK_CHECKS, env)
  await checks.apply(responseParametersOnce, { parameters })
  await checks.apply(stateOfThisSession, { state: parameter(parameters, 'state'), login })
  const claim = () => (login ? env.store.claim('logins', login.key) : ('missing' as const))
  await checks.apply(stateUsedOnce, { claim })
  const issuer = login?.issuer ?? env.origins.issuer
  await checks.apply(issuerAsAsked, { iss: parameter(parameters, 'iss'), issuer })
  const error = parameter(parameters, 'error')
  if (error) return { code: error, description: parameter(parameters, 'error_description') }
  await checks.apply(codePresent, { code: parameter(parameters, 'code') })
  return null
}

export async function loginUnderWay(request: Request, env: ClientEnvironment): Promise<ClientLogin | null> {
  const session = await findSession(request, env)
  const login = session && (await env.store.get('logins', session.key))
  return login && login.expires_at > env.now() ? login : null
}

/** An application that does not check state takes in an answer nobody here asked for. */
async function startUnasked(env: ClientEnvironment): Promise<{ login: ClientLogin; headers: Headers }> {
  const { session, cookie } = await startSession(APPLICATION, env)
  const login = newLogin(session.key, env)
  await env.store.insert('logins', login)
  return { login, headers: [['set-cookie', cookie]] }
}
