import type { AuthorizationServerEnvironment } from '../environment'
import type { LogoutDestination } from '../logout-request'
import type { User } from '../tables'
import { html } from './html'
import { page } from './page'

type Env = Pick<AuthorizationServerEnvironment, 'policy' | 'origins'>

interface Confirmation {
  user: User
  token: string
  /** Where the client that sent the browser wants it back; null when it does not. */
  destination: LogoutDestination | null
}

/** Asks before it signs anybody out: a link alone must not do it. */
export function confirmLogoutPage({ user, token, destination }: Confirmation, env: Env): Response {
  return page(
    {
      name: 'logout',
      title: 'Sign out?',
      ...(destination && { leadsTo: destination.redirectUri }),
      content: html`<h1>Sign out?</h1>
<p>You are signed in as <strong>${user.name}</strong> (${user.username}).</p>
<form name="logout" method="post" action="${env.origins.issuer}/logout">
<input type="hidden" name="token" value="${token}">
${destination && hiddenFields(destination)}
<div class="buttons"><button type="submit">Sign out</button></div>
</form>
<p class="quiet after">${env.policy.revokeOnLogout ? 'Apps you allowed since you signed in lose their access with it.' : 'Apps you allowed keep their access until you, or they, end it.'}</p>`,
    },
    env,
  )
}

function hiddenFields({ clientId, redirectUri, state }: LogoutDestination) {
  return html`<input type="hidden" name="client_id" value="${clientId}">
<input type="hidden" name="post_logout_redirect_uri" value="${redirectUri}">
${state === null ? null : html`<input type="hidden" name="state" value="${state}">`}`
}

export function signedOutPage(env: Env, setCookie?: [string, string]): Response {
  return page(
    {
      name: 'logout',
      title: 'Signed out',
      headers: setCookie ? [setCookie] : [],
      content: html`<h1>You are signed out</h1>
<p>Nobody is signed in at this browser any more. You can close this page.</p>`,
    },
    env,
  )
}
