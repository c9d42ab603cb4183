import { WholeHeaders } from '@/lib/oauth/whole-headers'
import { WholeResponse } from '@/lib/oauth/whole-messages'
import type { ClientEnvironment } from '../environment'
import { advertisement, advertisementSource } from './advertisement'
import { type Html, html } from './html'
import { STYLE, STYLE_SOURCE } from './style'

export interface Page {
  /** What the page is, for `<body data-page>`. */
  name: 'home' | 'login' | 'photos' | 'prints' | 'waiting' | 'code' | 'error'
  title: string
  /** The application whose page it is, and its start page below the base of the clients. Left out: Photo Editor. */
  application?: { name: string; home: string }
  content: Html
  /** Right of the brand: what can be done from every page. */
  aside?: Html
  status?: number
  headers?: [name: string, value: string][]
}

const PHOTO_EDITOR = { name: 'Photo Editor', home: '/' }

/** A page for a person: plain HTML that works without a script, with nothing on it from anywhere else. */
export async function page(
  { name, title, application = PHOTO_EDITOR, content, aside, status = 200, headers = [] }: Page,
  env: Pick<ClientEnvironment, 'origins' | 'policy'>,
): Promise<Response> {
  const document = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · ${application.name}</title>
<style>${STYLE}</style>
</head>
<body data-page="${name}">
<header>
<a class="brand" href="${env.origins.client}${application.home}"><svg viewBox="0 0 24 24" aria-hidden="true"><path d="M4 3h16a1 1 0 0 1 1 1v16a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1zm2 14h12l-4-6-3 4-2-2z" fill-rule="evenodd"/></svg>${application.name}</a>
${aside ?? null}
</header>
<main>
${content}
</main>
${advertisement(env)}
</body>
</html>
`
  return WholeResponse.of(document.text, status, WholeHeaders.of([...pageHeaders(env), ...headers]))
}

function pageHeaders(env: Pick<ClientEnvironment, 'origins' | 'policy'>): [string, string][] {
  return [
    ['content-type', 'text/html; charset=utf-8'],
    ['cache-control', 'no-store'],
    ['x-content-type-options', 'nosniff'],
    [
      'content-security-policy',
      `default-src 'none'; ${advertisementSource(env)}style-src ${STYLE_SOURCE}; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`,
    ],
  ]
}

/** Sends the browser on with a GET (303, never 307: RFC 9700, section 4.12). */
export function seeOther(location: string, headers: [name: string, value: string][] = []): Response {
  return new Response(null, {
    status: 303,
    headers: [['location', location], ['cache-control', 'no-store'], ...headers],
  })
}
