import type { ClientEnvironment } from '../environment'
import { type Html, html } from '../pages/html'
import { type Page, page } from '../pages/page'
import { picture } from '../pages/picture'
import type { DrivePhoto } from '../photos'
import { PATH } from './application'

const application = { name: 'Drive for Desktop', home: `${PATH}/` }

function desktopPage(parts: Omit<Page, 'application'>, env: ClientEnvironment): Promise<Response> {
  return page({ ...parts, application }, env)
}

/** The form that asks for the password of another company's account, as apps did before OAuth. */
export function signInPage(
  { username = '', problem }: { username?: string; problem?: string },
  env: ClientEnvironment,
): Promise<Response> {
  return desktopPage(
    {
      name: 'login',
      title: 'Sign in',
      content: html`<h1>Sign in to Drive for Desktop</h1>
<p class="lead">Use the username and password of your photo drive.</p>
${problem ? html`<p class="problem" role="alert">${problem}</p>` : null}
<form class="sign-in" name="login" method="post" action="${env.origins.client}${PATH}/sign-in">
<label for="username">Username</label>
<input id="username" type="text" name="username" value="${username}" autocomplete="username" autocapitalize="none" spellcheck="false" required>
<label for="password">Password</label>
<input id="password" type="password" name="password" autocomplete="current-password" required>
<button type="submit">Sign in</button>
</form>
<p class="quiet">This page belongs to the app. What you type here, the app reads.</p>`,
    },
    env,
  )
}

export function photosPage(
  { owner, photos }: { owner: string; photos: readonly DrivePhoto[] },
  env: ClientEnvironment,
): Promise<Response> {
  const items = photos.map(
    ({ title }) => html`<li><figure>${picture(title)}<figcaption><strong>${title}</strong></figcaption></figure></li>
`,
  )
  return desktopPage(
    {
      name: 'photos',
      title: `Photos of ${owner}`,
      aside: signOutForm(env),
      content: html`<h1>Photos of ${owner}</h1>
<p class="lead">${photos.length === 1 ? 'One photo' : `${photos.length} photos`} on your drive.</p>
<ul class="photos">
${items}</ul>`,
    },
    env,
  )
}

/** What the application is doing while its own requests are under way. */
export function waitingPage(doing: string, env: ClientEnvironment): Promise<Response> {
  return desktopPage(
    {
      name: 'waiting',
      title: 'One moment',
      content: html`<h1>One moment</h1>
<p class="lead" role="status">${doing}</p>
<div class="actions"><a class="action" href="${env.origins.client}${PATH}/photos">Look again</a></div>`,
    },
    env,
  )
}

interface Problem {
  sentence: string
  /** What the authorization server said, shown as its words. */
  quoted: { code: string; description: string | null } | null
}

export function problemPage({ sentence, quoted }: Problem, env: ClientEnvironment): Promise<Response> {
  return desktopPage(
    {
      name: 'error',
      title: 'You are not signed in',
      status: 502,
      content: html`<h1>You are not signed in</h1>
<p class="problem" role="alert">${sentence}</p>
${quoted ? html`<p class="quiet">The photo drive said: <code>${cut(quoted.code)}</code>${quoted.description ? html` “${cut(quoted.description)}”` : null}</p>` : null}
<div class="actions"><a class="action" href="${env.origins.client}${PATH}/">Sign in again</a></div>`,
    },
    env,
  )
}

const signOutForm = (env: ClientEnvironment): Html =>
  html`<form name="logout" method="post" action="${env.origins.client}${PATH}/sign-out"><button name="decision" value="logout">Sign out</button></form>`

const cut = (text: string): string => (text.length > 200 ? `${text.slice(0, 199)}…` : text)
