import { type Checklist, checklist } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import { type Parameters, parameter } from '@/lib/oauth/form'
import { intersectScope } from '@/lib/oauth/scope'
import type { Soon } from '@/lib/oauth/soon'
import { boundTransaction, TRANSACTION_CHECKS } from '../bound-transaction'
import { codeFormOfThisBrowser } from '../checks/code-form-of-this-browser'
import { decisionByItsUser, notTheUser } from '../checks/decision-by-its-user'
import { deviceCodeWaiting, noDeviceWaits } from '../checks/device-code-waiting'
import { transactionAnsweredOnce } from '../checks/transaction-answered-once'
import { userApproved } from '../checks/user-approved'
import { userCodeGuessesLimited } from '../checks/user-code-guesses-limited'
import { userCodeKnown, wrongUserCode } from '../checks/user-code-known'
import { codeFormToken } from '../device/code-form'
import { approveDevice, denyDevice, findByUserCode } from '../device/device-codes'
import { openVerification } from '../device/verification'
import type { Endpoint, EndpointRequest } from '../endpoint'
import type { AuthorizationServerEnvironment } from '../environment'
import { countFailure, failedGuesses } from '../guesses'
import { codePage, confirmDevicePage, deviceAnsweredPage } from '../pages/device'
import { loginPage } from '../pages/login'
import { signedIn } from '../sessions'
import type { DeviceCode } from '../tables'

/** What a typed code is checked for. */
export const USER_CODE_CHECKS = [codeFormOfThisBrowser, userCodeGuessesLimited, userCodeKnown]

/** What an answer about a device is checked for. */
export const DEVICE_DECISION_CHECKS = [
  ...TRANSACTION_CHECKS,
  deviceCodeWaiting,
  decisionByItsUser,
  transactionAnsweredOnce,
  userApproved,
]

type CodeForm = Awaited<ReturnType<typeof codeFormToken>>
type Rulebook = Checklist<AuthorizationServerEnvironment['policy']>

/** Whose guesses are counted: everybody's together, because a guesser has as many browsers as he likes. */
const GUESSER = 'user codes'

/**
 * The verification page (RFC 8628, section 3.3): the user types the code her device shows, signs in where she is not
 * signed in yet, and decides. A link that brings the code along fills in the field, and she still compares and sends it.
 */
export const device: Endpoint = {
  path: '/device',
  kind: 'page',
  methods: {
    GET(request, env) {
      const transaction = parameter(request.query, 'transaction')
      return transaction === null ? askForCode(request, env) : confirm(transaction, request.headers, env)
    },
    POST(request, env) {
      const form = request.form ?? []
      const transaction = parameter(form, 'transaction')
      if (transaction === null) return takeCode(form, request.headers, env)
      // The login form, posted on by a browser that was redirected with 307 (RFC 9110, section 15.4.8): not an answer.
      if (parameter(form, 'decision') === null) return confirm(transaction, request.headers, env)
      return decide(transaction, form, request.headers, env)
    },
  },
}

async function askForCode({ query, headers }: EndpointRequest, env: AuthorizationServerEnvironment) {
  const codeForm = await codeFormToken(headers, env)
  const linked = parameter(query, 'user_code')
  if (linked !== null && !env.policy.confirmUserCode) {
    return goOn(linked, codeForm, headers, checklist('authorization-server', USER_CODE_CHECKS, env), env)
  }
  return codePage({ ...codeForm, userCode: linked ?? '' }, env)
}

async function takeCode(form: Parameters, headers: Headers, env: AuthorizationServerEnvironment): Promise<Response> {
  const checks = checklist('authorization-server', USER_CODE_CHECKS, env)
  const codeForm = await codeFormToken(headers, env)
  const expected = codeForm.known ? codeForm.token : null
  await checks.apply(codeFormOfThisBrowser, { expected, sent: parameter(form, 'token') })
  return goOn(parameter(form, 'user_code') ?? '', codeForm, headers, checks, env)
}

/** From the code to the login page, or to the question where she is signed in already. */
async function goOn(
  typed: string,
  codeForm: CodeForm,
  headers: Headers,
  checks: Rulebook,
  env: AuthorizationServerEnvironment,
): Promise<Response> {
  const code = await findTyped(typed, checks, env)
  if (code instanceof OAuthError) return codePage({ ...codeForm, userCode: typed, problem: code }, env)
  const client = await env.store.get('clients', code.client_id)
  if (!client) throw noDeviceWaits()

  const who = await signedIn(headers, env)
  const { id, transaction, setCookies } = await openVerification(code, typed, who?.session ?? null, headers, env)
  if (!who) return loginPage({ transactionId: id, client, redirectUri: transaction.redirect_uri, setCookies }, env)
  return confirmDevicePage({ transactionId: id, transaction, client, user: who.user, setCookies }, env)
}

/** The request the code belongs to, or what to tell whoever typed it. */
async function findTyped(
  typed: string,
  checks: Rulebook,
  env: AuthorizationServerEnvironment,
): Promise<DeviceCode | OAuthError> {
  try {
    await checks.apply(userCodeGuessesLimited, await failedGuesses(GUESSER, env))
    const code = await findByUserCode(env, typed)
    try {
      await checks.apply(userCodeKnown, { code, now: env.now() })
    } catch (error) {
      await countFailure(GUESSER, env)
      throw error
    }
    return code ?? wrongUserCode()
  } catch (error) {
    if (error instanceof OAuthError) return error
    throw error
  }
}

async function confirm(named: string, headers: Headers, env: AuthorizationServerEnvironment): Promise<Response> {
  const checks = checklist('authorization-server', DEVICE_DECISION_CHECKS, env)
  const { id, transaction, client } = await boundTransaction(named, headers, checks, env)
  await checks.apply(deviceCodeWaiting, { code: await deviceOf(transaction, env), now: env.now() })
  const who = await signedIn(headers, env)
  if (!who || transaction.user_id !== who.user.key) {
    return loginPage({ transactionId: id, client, redirectUri: transaction.redirect_uri }, env)
  }
  return confirmDevicePage({ transactionId: id, transaction, client, user: who.user }, env)
}

async function decide(
  named: string,
  form: Parameters,
  headers: Headers,
  env: AuthorizationServerEnvironment,
): Promise<Response> {
  const checks = checklist('authorization-server', DEVICE_DECISION_CHECKS, env)
  const { transaction, client } = await boundTransaction(named, headers, checks, env)
  const code = await deviceOf(transaction, env)
  await checks.apply(deviceCodeWaiting, { code, now: env.now() })
  if (!code) throw noDeviceWaits()
  const who = await signedIn(headers, env)
  await checks.apply(decisionByItsUser, { asked: transaction.user_id, signedIn: who?.user.key ?? null })
  if (!who) throw notTheUser()
  await checks.apply(transactionAnsweredOnce, { claim: await env.store.claim('transactions', transaction.key) })

  const ticked = form.flatMap(([name, value]) => (name === 'scope' ? [value] : [])).join(' ')
  const scope = env.policy.capScope ? intersectScope(code.scope, ticked) : code.scope
  try {
    await checks.apply(userApproved, { decision: parameter(form, 'decision') ?? '', asked: code.scope, granted: scope })
  } catch (error) {
    if (!(error instanceof OAuthError)) throw error
    await denyDevice(env, code)
    return deviceAnsweredPage({ approved: false, client }, env)
  }
  await approveDevice(env, code, { userId: who.user.key, authTime: who.session.auth_time, scope })
  return deviceAnsweredPage({ approved: true, client }, env)
}

function deviceOf(
  { device_code }: { device_code: string | null },
  { store }: AuthorizationServerEnvironment,
): Soon<DeviceCode | null> {
  return device_code === null ? null : store.get('device_codes', device_code)
}
