import { checklist } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import { parameter } from '@/lib/oauth/form'
import { redirect } from '../authorization-response'
import { boundTransaction, TRANSACTION_CHECKS } from '../bound-transaction'

import { passwordCorrect, wrongPassword } from '../checks/password-correct'
import { passwordGuessesLimited } from '../checks/password-guesses-limited'
import type { Endpoint, EndpointRequest } from '../endpoint'
import type { AuthorizationServerEnvironment } from '../environment'
import { countFailure, failedGuesses } from '../guesses'
import { loginPage } from '../pages/login'
import { beginSession } from '../sessions'
import type { User } from '../tables'

export const LOGIN_CHECKS = [...TRANSACTION_CHECKS, passwordGuessesLimited, passwordCorrect]

type Rulebook = ReturnType<typeof checklist<AuthorizationServerEnvironment['policy']>>

/** Takes the login form. Who the user is, the server has to know before she decides anything (RFC 6749, section 3.1). */
export const login: Endpoint = { path: '/login', kind: 'page', methods: { POST: signIn } }

async function signIn({ form, headers }: EndpointRequest, env: AuthorizationServerEnvironment): Promise<Response> {
  const checks = checklist('authorization-server', LOGIN_CHECKS, env)
  const sent = form ?? []
  const { id, transaction, client } = await boundTransaction(parameter(sent, 'transaction'), headers, checks, env)
  const username = parameter(sent, 'username') ?? ''
  const outcome = await authenticate(username, parameter(sent, 'password') ?? '', checks, env)
  if (outcome instanceof OAuthError) {
    const page = { transactionId: id, client, redirectUri: transaction.redirect_uri, username, problem: outcome }
    return loginPage(page, env)
  }
  const { session, setCookie } = await beginSession(outcome, env)
  await env.store.update('transactions', transaction.key, { user_id: outcome.key, auth_time: session.auth_time })
  const next = transaction.device_code === null ? 'consent' : 'device'
  return redirect(`${env.origins.issuer}/${next}?transaction=${id}`, env.policy, {
    credentialsPosted: true,
    headers: [setCookie],
  })
}

/** The user, or what to tell whoever is not. */
async function authenticate(
  username: string,
  password: string,
  checks: Rulebook,
  env: AuthorizationServerEnvironment,
): Promise<User | OAuthError> {
  const guesser = `user ${username.slice(0, 100)}`
  try {
    await checks.apply(passwordGuessesLimited, await failedGuesses(guesser, env))
  } catch (error) {
    if (error instanceof OAuthError) return error
    throw error
  }
  const found = await env.store.get('users', username)
  const user = found?.disabled_at === null ? found : null
  try {
    await checks.apply(passwordCorrect, { password, user })
    return user ?? wrongPassword()
  } catch (error) {
    if (!(error instanceof OAuthError)) throw error
    await countFailure(guesser, env)
    return error
  }
}
