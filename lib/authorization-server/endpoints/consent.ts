import { checklist } from '@/lib/oauth/check'
import { type Parameters as Form, parameter } from '@/lib/oauth/form'
import { intersectScope } from '@/lib/oauth/scope'
import { grantAccess, refuseByRedirect } from '../authorization-response'
import { boundTransaction, TRANSACTION_CHECKS } from '../bound-transaction'
import { decisionByItsUser, notTheUser } from '../checks/decision-by-its-user'
import { openidApproved } from '../checks/openid-approved'
import { transactionAnsweredOnce } from '../checks/transaction-answered-once'
import { noTransaction } from '../checks/transaction-open'
import { userApproved } from '../checks/user-approved'
import { askAgain, rememberConsent } from '../consents'
import type { Endpoint, EndpointRequest } from '../endpoint'
import type { AuthorizationServerEnvironment } from '../environment'
import { consentPage } from '../pages/consent'
import { loginPage } from '../pages/login'
import { refusalOf } from '../refusal'
import { signedIn } from '../sessions'

export const CONSENT_CHECKS = [
  ...TRANSACTION_CHECKS,
  decisionByItsUser,
  transactionAnsweredOnce,
  userApproved,
  openidApproved,
]

/**
 * Asks the user, and takes her answer. A POST without a decision is the login form once more, sent on by a 307:
 * it asks like a GET.
 */
export const consent: Endpoint = {
  path: '/consent',
  kind: 'page',
  methods: {
    GET: (request, env) => ask(request, env),
    POST: (request, env) => {
      const form = request.form ?? []
      const decision = parameter(form, 'decision')
      return decision === null ? ask(request, env) : decide(decision, form, request.headers, env)
    },
  },
}

async function ask({ method, query, form, headers }: EndpointRequest, env: AuthorizationServerEnvironment) {
  const checks = checklist('authorization-server', CONSENT_CHECKS, env)
  const named = parameter(query, 'transaction') ?? parameter(form ?? [], 'transaction')
  const { id, transaction, client } = await boundAuthorization(named, headers, checks, env)
  const who = await signedIn(headers, env)
  if (!who || transaction.user_id !== who.user.key) {
    return loginPage({ transactionId: id, client, redirectUri: transaction.redirect_uri }, env)
  }
  if ((await askAgain(transaction, client, who.user.key, env)) !== null) {
    return consentPage({ transactionId: id, transaction, client, user: who.user }, env)
  }
  await checks.apply(transactionAnsweredOnce, { claim: await env.store.claim('transactions', transaction.key) })
  const { user, session } = who
  const authorization = {
    request: transaction,
    userId: user.key,
    authTime: session.auth_time,
    scope: transaction.scope,
  }
  return grantAccess(authorization, env, { credentialsPosted: method === 'POST' })
}

async function decide(decision: string, form: Form, headers: Headers, env: AuthorizationServerEnvironment) {
  const checks = checklist('authorization-server', CONSENT_CHECKS, env)
  const { transaction } = await boundAuthorization(parameter(form, 'transaction'), headers, checks, env)
  const who = await signedIn(headers, env)
  await checks.apply(decisionByItsUser, { asked: transaction.user_id, signedIn: who?.user.key ?? null })
  if (!who) throw notTheUser()
  await checks.apply(transactionAnsweredOnce, { claim: await env.store.claim('transactions', transaction.key) })
  try {
    const asked = transaction.scope
    const ticked = form.flatMap(([name, value]) => (name === 'scope' ? [value] : [])).join(' ')
    const scope = env.policy.capScope ? intersectScope(asked, ticked) : asked
    await checks.apply(userApproved, { decision, asked, granted: scope })
    if (transaction.response_type.split(' ').includes('id_token')) {
      await checks.apply(openidApproved, { granted: scope })
    }
    await rememberConsent(transaction.client_id, who.user.key, scope, env)
    const { user, session } = who
    const authorization = { request: transaction, userId: user.key, authTime: session.auth_time, scope }
    return await grantAccess(authorization, env)
  } catch (error) {
    return refuseByRedirect(transaction, refusalOf(error, env), env)
  }
}

/** A device is decided on at its own page, where its code is shown. */
async function boundAuthorization(...form: Parameters<typeof boundTransaction>) {
  const bound = await boundTransaction(...form)
  if (bound.transaction.device_code !== null) throw noTransaction()
  return bound
}
