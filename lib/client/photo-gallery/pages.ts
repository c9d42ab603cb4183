import type { ClientEnvironment } from '../environment'
import { advertisement, advertisementSource } from '../pages/advertisement'
import { type Html, html } from '../pages/html'
import { STYLE, STYLE_SOURCE } from '../pages/style'
import { configOf } from './config'
import { homeView } from './script/home-view'
import type { View } from './script/types'

const LABELS: Readonly<Record<View['actions'][number], string>> = {
  connect: 'Connect your photos',
  disconnect: 'Disconnect',
}

/** The inside of `<main>`, as the script draws it in a real tab. */
export function viewHtml({ page, title, sentence, items, actions }: View): Html {
  return html`<h1>${title}</h1><p class="${page === 'error' ? 'problem' : 'lead'}">${sentence}</p><ul class="list">${items.map((item) => html`<li>${item}</li>`)}</ul><div class="actions">${actions.map((action) => html`<button class="${action}">${LABELS[action]}</button>`)}</div>`
}

/** What the page shows before its script has said anything, where an answer has just come in. */
export const WAITING_VIEW: View = {
  page: 'waiting',
  title: 'One moment',
  sentence: 'The script of this page reads the answer out of the page’s own address.',
  items: [],
  actions: [],
}

/**
 * The one page of the application: nothing but a script and what it needs to know. The same for everybody, so there is
 * nothing in it to protect.
 */
export async function appPage(env: ClientEnvironment, view: View = homeView()): Promise<Response> {
  const { client, issuer, resource } = env.origins
  const document = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="app-config" content="${JSON.stringify(configOf(env))}">
<title>Photo Gallery</title>
<style>${STYLE}</style>
<script src="${client}/spa/app.js" defer></script>
</head>
<body data-page="${view.page}">
<header><a class="brand" href="${client}/spa/">Photo Gallery</a></header>
<main>${viewHtml(view)}</main>
${advertisement(env)}
<noscript><p class="problem">Photo Gallery is a script. Without JavaScript there is nothing it can do.</p></noscript>
</body>
</html>
`
  const servers = [...new Set([issuer, resource].map((url) => new URL(url).origin))].join(' ')
  return new Response(document.text, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': `default-src 'none'; ${advertisementSource(env)}script-src 'self'; connect-src ${servers}; style-src ${STYLE_SOURCE}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    },
  })
}
