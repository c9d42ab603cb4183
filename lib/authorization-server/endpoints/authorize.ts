import { type Check, type Checklist, checklist } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import { type Parameters, parameter } from '@/lib/oauth/form'
import { scopeTokens } from '@/lib/oauth/scope'
import {
  AUTHORIZATION_REQUEST_CHECKS,
  DESTINATION_CHECKS,
  findDestination,
  readAuthorizationRequest,
} from '../authorization-request'
import { grantAccess, refuseByRedirect } from '../authorization-response'
import { errorRedirectAllowed } from '../checks/error-redirect-allowed'
import { maxAgeWellFormed } from '../checks/max-age-well-formed'
import { redirectUriInLab } from '../checks/redirect-uri-in-lab'
import { requestPushed } from '../checks/request-pushed'
import { silentConsent } from '../checks/silent-consent'
import { loginRequired, silentSignIn } from '../checks/silent-sign-in'
import { isRecent, silentSignInRecent } from '../checks/silent-sign-in-recent'
import { askAgain } from '../consents'
import type { Endpoint } from '../endpoint'
import type { AuthorizationServerEnvironment } from '../environment'
import { consentPage } from '../pages/consent'
import { loginPage } from '../pages/login'
import type { AuthorizationServerPolicy } from '../policy'
import { PUSHED_REQUEST_CHECKS, requestMeant } from '../pushed-requests/resolve'
import { refusalOf } from '../refusal'
import { responseModeFor } from '../response-modes'
import type { AuthorizationRequest } from '../response-types/response-type'
import { signedIn } from '../sessions'
import type { Client } from '../tables'
import { openTransaction } from '../transactions'

export const AUTHORIZE_CHECKS: readonly Check<never, AuthorizationServerPolicy>[] = [
  ...PUSHED_REQUEST_CHECKS,
  ...DESTINATION_CHECKS,
  requestPushed,
  ...AUTHORIZATION_REQUEST_CHECKS,
  maxAgeWellFormed,
  silentSignIn,
  silentSignInRecent,
  silentConsent,
]

/** Once one of the others has refused: where the error is said. */
export const ERROR_REDIRECT_CHECKS: readonly Check<never, AuthorizationServerPolicy>[] = [errorRedirectAllowed]

const LONGEST_HINT = 100

type Rulebook = Checklist<AuthorizationServerPolicy>

/** The authorization endpoint (RFC 6749, section 3.1): a client's request comes in by way of the user's browser. */
export const authorize: Endpoint = {
  path: '/authorize',
  kind: 'page',
  methods: {
    GET: ({ query, headers }, env) => answer(query, headers, env),
    POST: ({ form, headers }, env) => {
      if (form) return answer(form, headers, env)
      const description = 'Send the parameters as application/x-www-form-urlencoded.'
      throw new OAuthError({ code: 'invalid_request', description, cites: ['rfc6749-3.1'] })
    },
  },
}

async function answer(sent: Parameters, headers: Headers, env: AuthorizationServerEnvironment) {
  const checksOff = new Set([...env.checksOff].filter((id) => id !== redirectUriInLab.id))
  const checks = checklist('authorization-server', rulebook(sent), { ...env, checksOff })
  const { parameters, pushed } = await requestMeant(sent, checks, env)
  const destination = await findDestination(parameters, checks, env)
  try {
    await checks.apply(requestPushed, { pushed, client: destination.client })
    const request = await readAuthorizationRequest(parameters, destination, checks, env)
    const hints = await readHints(parameters, checks)
    return await proceed(request, hints, destination.client, headers, checks, env)
  } catch (error) {
    const refusal = refusalOf(error, env)
    if (!(await mayRedirectErrors(destination.client, headers, env))) throw refusal
    const addressee = {
      redirect_uri: destination.redirectUri,
      response_mode: responseModeFor(parameter(parameters, 'response_type'), parameter(parameters, 'response_mode')),
      state: parameter(parameters, 'state'),
    }
    return refuseByRedirect(addressee, refusal, env)
  }
}

/** What a client says about the sign-in itself (OpenID Connect Core, section 3.1.2.1). */
interface Hints {
  /** Seconds since the user last typed her password, at most; null for any number. */
  maxAge: number | null
  /** Who will probably sign in. */
  loginHint: string
}

async function readHints(parameters: Parameters, checks: Rulebook): Promise<Hints> {
  const maxAge = parameter(parameters, 'max_age')
  if (maxAge !== null) await checks.apply(maxAgeWellFormed, { maxAge })
  const loginHint = (parameter(parameters, 'login_hint') ?? '').slice(0, LONGEST_HINT)
  return { maxAge: maxAge === null ? null : Number(maxAge), loginHint }
}

/** A request that brings no reference is not judged by the rules about references. */
function rulebook(parameters: Parameters) {
  if (parameter(parameters, 'request_uri') !== null) return AUTHORIZE_CHECKS
  return AUTHORIZE_CHECKS.filter((check) => !PUSHED_REQUEST_CHECKS.includes(check))
}

/** Asks the user what has to be asked, or answers at once. */
async function proceed(
  request: AuthorizationRequest,
  { maxAge, loginHint }: Hints,
  client: Client,
  headers: Headers,
  checks: Rulebook,
  env: AuthorizationServerEnvironment,
): Promise<Response> {
  const who = await signedIn(headers, env)
  const prompt = scopeTokens(request.prompt)
  const silent = prompt.includes('none')
  if (silent) await checks.apply(silentSignIn, { user: who?.user.username ?? null })
  const signIn = who && maxAge !== null ? { authTime: who.session.auth_time, maxAge, now: env.now() } : null
  if (silent && signIn) await checks.apply(silentSignInRecent, signIn)
  const stale = signIn !== null && !isRecent(signIn)
  if (!who || (stale && !silent) || prompt.includes('login') || prompt.includes('select_account')) {
    if (silent) throw loginRequired()
    const { id, setCookies } = await openTransaction(request, null, headers, env)
    const { redirect_uri: redirectUri } = request
    return loginPage({ transactionId: id, client, redirectUri, username: loginHint, setCookies }, env)
  }
  const needed = await askAgain(request, client, who.user.key, env)
  if (silent) await checks.apply(silentConsent, { needed })
  if (needed === null || silent) {
    const { user, session } = who
    return grantAccess({ request, userId: user.key, authTime: session.auth_time, scope: request.scope }, env)
  }
  const { id, transaction, setCookies } = await openTransaction(request, who.session, headers, env)
  return consentPage({ transactionId: id, transaction, client, user: who.user, setCookies }, env)
}

/** An error that may not be redirected is shown to whoever sits there (RFC 9700, section 4.11.2). */
async function mayRedirectErrors(client: Client, headers: Headers, env: AuthorizationServerEnvironment) {
  const isSignedIn = async () => (await signedIn(headers, env)) !== null
  try {
    await checklist('authorization-server', ERROR_REDIRECT_CHECKS, env).apply(errorRedirectAllowed, {
      client,
      isSignedIn,
    })
    return true
  } catch (error) {
    if (error instanceof OAuthError) return false
    throw error
  }
}
