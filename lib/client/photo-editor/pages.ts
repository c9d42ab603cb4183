import type { ClientEnvironment } from '../environment'
import { type Html, html } from '../pages/html'
import { page } from '../pages/page'
import { picture } from '../pages/picture'
import type { DrivePhoto } from '../photos'

type Headers = [name: string, value: string][]

const logoutForm = (base: string): Html =>
  html`<form name="logout" method="post" action="${base}/logout"><button name="decision" value="logout">Log out</button></form>`

const actions = (...links: Html[]): Html => html`<div class="actions">${links}</div>`
const action = (href: string, label: string): Html => html`<a class="action" href="${href}">${label}</a>`

/** The other server, where there is one. */
function elsewhere({ otherServer, origins }: ClientEnvironment): Html[] {
  if (!otherServer) return []
  const { name } = otherServer
  return [html`<a href="${origins.client}/login?server=${encodeURIComponent(name)}">Connect ${name}</a>`]
}

export function homePage(connected: boolean, env: ClientEnvironment): Promise<Response> {
  const base = env.origins.client
  return page(
    {
      name: 'home',
      title: connected ? 'Welcome back' : 'Edit the photos on your drive',
      ...(connected ? { aside: logoutForm(base) } : {}),
      content: html`<h1>Edit the photos on your drive</h1>
<p class="lead">Photo Editor works on the photos you already keep on your photo drive. You sign in there, not here: this application never sees your password.</p>
${connected ? actions(action(`${base}/photos`, 'See your photos')) : actions(action(`${base}/login`, 'Connect your photos'), html`<a href="${base}/login?for=prints">Order prints</a>`, ...elsewhere(env))}
<div class="strip">${['Harbour before dawn', 'Dunes', 'Ridge after rain'].map(picture)}</div>`,
    },
    env,
  )
}

interface Drive {
  owner: string
  photos: readonly DrivePhoto[]
}

/** The drive that has just answered, and the other drives of the user's account. */
interface Shown extends Drive {
  /** The user's name, where somebody signed in. */
  name: string | null
  others: readonly Drive[]
  /** Where the browser gets the list from the drive itself; null where only the application can get it. */
  list: string | null
}

export function photosPage(
  { owner, photos, name, others, list }: Shown,
  env: ClientEnvironment,
  headers: Headers = [],
): Promise<Response> {
  return page(
    {
      name: 'photos',
      title: `Photos of ${name ?? owner}`,
      aside: logoutForm(env.origins.client),
      headers,
      content: html`<h1>${name === null ? `Photos of ${owner}` : `Hello, ${name}`}</h1>
<p class="lead">${photos.length === 1 ? 'One photo' : `${photos.length} photos`} from the photo drive, fetched with an access token.</p>
${photoList(photos)}${others.map(
  (drive) => html`
<h2>Photos of ${drive.owner}</h2>
${photoList(drive.photos)}`,
)}${list ? actions(html`<a id="save-list" href="${list}">Save the list</a>`) : null}${env.policy.accounts ? actions(action(`${env.origins.client}/link`, 'Link another drive')) : null}`,
    },
    env,
  )
}

function photoList(photos: readonly DrivePhoto[]): Html {
  const items = photos.map(
    ({
      title,
      size,
      bytes,
    }) => html`<li><figure>${picture(title)}<figcaption><strong>${title}</strong> <span>${inWords(size, bytes)}</span></figcaption></figure></li>
`,
  )
  return html`<ul class="photos">
${items}</ul>`
}

/** What the application is doing while its own requests are under way. */
export function waitingPage(doing: string, env: ClientEnvironment, headers: Headers = []): Promise<Response> {
  return page(
    {
      name: 'waiting',
      title: 'One moment',
      headers,
      content: html`<svg class="waiting" viewBox="0 0 24 24" aria-hidden="true"><circle cx="12" cy="12" r="10"/><path d="M12 6v6l4 2"/></svg>
<h1>One moment</h1>
<p class="lead" role="status">${doing}</p>
${actions(action(`${env.origins.client}/photos`, 'Look again'))}`,
    },
    env,
  )
}

export interface Problem {
  title: string
  /** One sentence: what happened and what it means for the user. */
  sentence: string
  /** What another server said, shown as its words and not as ours. */
  quoted?: { by: string; code: string; description: string | null }
  status: number
}

/** Something did not work, with a way on. Texts that came from outside are escaped and cut. */
export function errorPage(problem: Problem, env: ClientEnvironment, headers: Headers = []): Promise<Response> {
  const { title, sentence, quoted, status } = problem
  const base = env.origins.client
  return page(
    {
      name: 'error',
      title,
      status,
      headers,
      content: html`<h1>${title}</h1>
<p class="problem" role="alert">${sentence}</p>
${quoted ? html`<p class="quiet">${quoted.by} said: <code>${cut(quoted.code)}</code>${quoted.description ? html` “${cut(quoted.description)}”` : null}</p>` : null}
<div class="actions">${action(`${base}/login`, 'Connect again')}<a href="${base}/">Back to the start</a></div>`,
    },
    env,
  )
}

const cut = (text: string): string => (text.length > 200 ? `${text.slice(0, 199)}…` : text)

function inWords(size: string, bytes: number): string {
  const amount =
    bytes >= 1e6 ? `${(bytes / 1e6).toFixed(1)} MB` : bytes >= 1e3 ? `${Math.round(bytes / 1e3)} kB` : `${bytes} bytes`
  return `${size.replace('x', ' × ')}, ${amount}`
}
