import type { ClientEnvironment } from '../environment'
import { type Html, html } from '../pages/html'
import { type Page, page } from '../pages/page'
import { picture } from '../pages/picture'
import type { DrivePhoto } from '../photos'
import type { ClientDevice } from '../tables'
import { PATH } from './application'

const application = { name: 'Living Room TV', home: `${PATH}/` }

function tvPage(parts: Omit<Page, 'application'>, env: ClientEnvironment): Promise<Response> {
  return page({ ...parts, application }, env)
}

const startForm = (label: string, { origins }: ClientEnvironment): Html =>
  html`<form class="actions" name="start" method="post" action="${origins.client}${PATH}/start"><button type="submit">${label}</button></form>`

export function welcomePage(env: ClientEnvironment): Promise<Response> {
  return tvPage(
    {
      name: 'home',
      title: 'Your photos on the big screen',
      content: html`<h1>Your photos on the big screen</h1>
<p class="lead">You sign in on your phone: nobody wants to type a password with a remote control.</p>
${startForm('Connect your photos', env)}`,
    },
    env,
  )
}

/** The code and the address, for a person to carry over to another screen (RFC 8628, section 3.3). */
export function codePage(device: ClientDevice, env: ClientEnvironment): Promise<Response> {
  const seconds = Math.max(1, Math.ceil((device.poll_at - env.now()) / 1000))
  return tvPage(
    {
      name: 'code',
      title: 'Connect your photos',
      headers: [['refresh', String(seconds)]],
      content: html`<h1>Connect your photos</h1>
<p class="lead">On your phone or computer, open <strong>${withoutScheme(device.verification_uri)}</strong> and type</p>
<p class="user-code">${device.user_code}</p>
<p class="quiet" role="status">This screen goes on by itself.</p>`,
    },
    env,
  )
}

export function waitingPage(env: ClientEnvironment): Promise<Response> {
  return tvPage(
    {
      name: 'waiting',
      title: 'One moment',
      headers: [['refresh', '1']],
      content: html`<h1>One moment</h1>
<p class="lead" role="status">You said yes. Your photos are on their way.</p>`,
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
  return tvPage(
    {
      name: 'photos',
      title: `Photos of ${owner}`,
      content: html`<h1>Photos of ${owner}</h1>
<ul class="photos">
${items}</ul>`,
    },
    env,
  )
}

const PROBLEMS: Readonly<Record<string, { title: string; sentence: string }>> = {
  denied: { title: 'You said no, and that is fine', sentence: 'This television was not given access to your photos.' },
  expired: { title: 'The code has expired', sentence: 'Nobody typed it in time. A new code is one press away.' },
}
const REFUSED = { title: 'That did not work', sentence: 'The photo drive does not let this television in.' }

/** @param reason why the television stopped asking */
export function problemPage(reason: string, env: ClientEnvironment): Promise<Response> {
  const { title, sentence } = PROBLEMS[reason] ?? REFUSED
  return tvPage(
    {
      name: 'error',
      title,
      content: html`<h1>${title}</h1>
<p class="problem" role="alert">${sentence}</p>
${startForm('Get a new code', env)}`,
    },
    env,
  )
}

const withoutScheme = (url: string): string => url.replace(/^https?:\/\//, '')
