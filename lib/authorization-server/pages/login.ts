import type { OAuthError } from '@/lib/oauth/errors'
import type { AuthorizationServerEnvironment } from '../environment'
import type { Client } from '../tables'
import { html } from './html'
import { page } from './page'

interface Login {
  transactionId: string
  client: Client
  redirectUri: string
  /** What was typed, when it is shown again. */
  username?: string
  problem?: OAuthError
  setCookies?: [string, string][]
}

/**
 * The login form. A refused try answers 400, or 429 when there were too many; 401 would need a `WWW-Authenticate`
 * challenge (RFC 9110, section 15.5.2), which a form is not.
 */
export function loginPage(
  { transactionId, client, redirectUri, username = '', problem, setCookies = [] }: Login,
  env: Pick<AuthorizationServerEnvironment, 'policy' | 'origins'>,
): Response {
  return page(
    {
      name: 'login',
      title: 'Sign in',
      status: problem?.status ?? 200,
      headers: [...Object.entries(problem?.headers ?? {}), ...setCookies],
      leadsTo: redirectUri,
      content: html`<h1>Sign in</h1>
<p>to continue to <strong>${client.client_name}</strong></p>
${problem ? html`<p class="problem" role="alert">${problem.description}</p>` : null}
<form name="login" method="post" action="${env.origins.issuer}/login">
<input type="hidden" name="transaction" value="${transactionId}">
<label for="username">Username</label>
<input id="username" type="text" name="username" value="${username}" autocomplete="username" autocapitalize="none" spellcheck="false" required>
<label for="password">Password</label>
<input id="password" type="password" name="password" autocomplete="current-password" required>
<div class="buttons"><button type="submit">Sign in</button></div>
</form>
<p class="quiet after">Type your password here only, never into an app.</p>`,
    },
    env,
  )
}
