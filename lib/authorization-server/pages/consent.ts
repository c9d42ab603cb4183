import { scopeTokens } from '@/lib/oauth/scope'
import type { AuthorizationServerEnvironment } from '../environment'
import { SCOPES } from '../scopes'
import type { Client, Transaction, User } from '../tables'
import { html } from './html'
import { page } from './page'

interface Consent {
  transactionId: string
  transaction: Transaction
  client: Client
  user: User
  setCookies?: [string, string][]
}

/** What the user decides on: who asks, for what, and where the answer goes (RFC 6749, section 10.2; OAuth 2.1, section 7.9). */
export function consentPage(
  { transactionId, transaction, client, user, setCookies = [] }: Consent,
  env: Pick<AuthorizationServerEnvironment, 'policy' | 'origins'>,
): Response {
  const warning = html`<p class="note"><strong>Nobody vouches for this app.</strong> It registered itself and chose its own
name. Allow it only if you know where it came from.</p>`
  return page(
    {
      name: 'consent',
      title: `Allow ${client.client_name}?`,
      headers: setCookies,
      leadsTo: transaction.redirect_uri,
      content: html`<h1>Allow <strong>${client.client_name}</strong> to use your photo drive?</h1>
<p class="quiet">You are signed in as <strong>${user.name}</strong> (${user.username}).
<a href="${env.origins.issuer}/logout">Not you?</a></p>
${client.trusted ? null : warning}
<form name="consent" method="post" action="${env.origins.issuer}/consent">
<input type="hidden" name="transaction" value="${transactionId}">
<fieldset>
<legend>It asks to</legend>
${scopeTokens(transaction.scope).map(scopeChoice)}
</fieldset>
<div class="buttons">
<button class="second" type="submit" name="decision" value="deny">Deny</button>
<button type="submit" name="decision" value="approve">Allow</button>
</div>
</form>
<p class="quiet after">Either way, you go back to <strong>${new URL(transaction.redirect_uri).host}</strong>.</p>`,
    },
    env,
  )
}

/** One scope to leave ticked or not. */
export function scopeChoice(scope: string) {
  const words = Object.entries(SCOPES).find(([name]) => name === scope)?.[1] ?? 'Use a permission of this name'
  return html`<label class="choice"><input type="checkbox" name="scope" value="${scope}" checked>
<span>${words}</span> <code>${scope}</code></label>
`
}
