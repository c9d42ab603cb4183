import type { OAuthError } from '@/lib/oauth/errors'
import { scopeTokens } from '@/lib/oauth/scope'
import type { AuthorizationServerEnvironment } from '../environment'
import type { Client, Transaction, User } from '../tables'
import { scopeChoice } from './consent'
import { html } from './html'
import { page } from './page'

type Env = Pick<AuthorizationServerEnvironment, 'policy' | 'origins'>
type Headers = [string, string][]

interface CodeForm {
  token: string
  /** What was typed, or what a link brought along. */
  userCode: string
  problem?: OAuthError
  setCookies?: Headers
}

/** Asks for the code that a device shows (RFC 8628, section 3.3). */
export function codePage({ token, userCode, problem, setCookies = [] }: CodeForm, env: Env): Response {
  return page(
    {
      name: 'user-code',
      title: 'Connect a device',
      status: problem?.status ?? 200,
      headers: [...Object.entries(problem?.headers ?? {}), ...setCookies],
      content: html`<h1>Connect a device</h1>
<p>Type the code that your device shows. Only go on when the device is in front of you.</p>
${problem ? html`<p class="problem" role="alert">${problem.description}</p>` : null}
<form name="user-code" method="post" action="${env.origins.issuer}/device">
<input type="hidden" name="token" value="${token}">
<label for="user_code">Code on your device</label>
<input id="user_code" type="text" name="user_code" value="${userCode}" autocomplete="off" autocapitalize="characters" spellcheck="false" required>
<div class="buttons"><button type="submit">Continue</button></div>
</form>
<p class="quiet after">Somebody sent you this link or this code? Close the page: they want their device to use your photos.</p>`,
    },
    env,
  )
}

interface Confirmation {
  transactionId: string
  transaction: Transaction
  client: Client
  user: User
  setCookies?: Headers
}

/**
 * What the user decides on: that it is her device, that it shows this very code, who asks and for what (RFC 8628,
 * sections 3.3.1 and 5.4; RFC 10027, section 6.1).
 */
export function confirmDevicePage(
  { transactionId, transaction, client, user, setCookies = [] }: Confirmation,
  env: Env,
): Response {
  const comparison = html`<p>Does the screen in front of you show this code?</p>
<p class="code"><strong>${transaction.user_code}</strong></p>`
  return page(
    {
      name: 'confirm-device',
      title: `Allow ${client.client_name}?`,
      headers: setCookies,
      content: html`<h1>Allow <strong>${client.client_name}</strong> to use your photo drive?</h1>
<p>You are about to connect a device, not this browser.</p>
${env.policy.confirmUserCode ? comparison : null}
<p class="quiet">You are signed in as <strong>${user.name}</strong> (${user.username}).
<a href="${env.origins.issuer}/logout">Not you?</a></p>
<form name="consent" method="post" action="${env.origins.issuer}/device">
<input type="hidden" name="transaction" value="${transactionId}">
<fieldset>
<legend>The device asks to</legend>
${scopeTokens(transaction.scope).map(scopeChoice)}
</fieldset>
<div class="buttons">
<button class="second" type="submit" name="decision" value="deny">Deny</button>
<button type="submit" name="decision" value="approve">Allow</button>
</div>
</form>
<p class="quiet after">Deny when the code is another one, or when the device is not in front of you.</p>`,
    },
    env,
  )
}

export function deviceAnsweredPage({ approved, client }: { approved: boolean; client: Client }, env: Env): Response {
  const title = approved ? 'Your device is connected' : 'Your device gets nothing'
  return page(
    {
      name: approved ? 'device-answered' : 'device-denied',
      title,
      content: html`<h1>${title}</h1>
<p><strong>${client.client_name}</strong> ${approved ? 'will notice in a few seconds' : 'was not given access'}. Go back to your device; you can close this page.</p>`,
    },
    env,
  )
}
