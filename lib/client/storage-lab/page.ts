import { encodeUtf8 } from '@/lib/oauth/base64url'
import {
  callsApiItself,
  injectedComment,
  injectedHandler,
  OWN_HEADER,
  STORAGE_LAB_PATH,
  type StorageChoice,
} from '@/lib/oauth/browser-storage'
import type { ClientEnvironment } from '../environment'
import { Html, html } from '../pages/html'
import { STYLE } from '../pages/style'
import { cookiePath } from './cookies'
import type { AppConfig } from './script/types'

/** It stands in a frame, so it takes less room than a page of its own would. */
const COMPACT = new Html(`${STYLE.text}
header { min-height: 3rem; } main { padding: 1rem clamp(1.25rem, 4vw, 3rem); } h1 { font-size: 1.35rem; margin-bottom: .2rem; }
p.lead { font-size: 1rem; margin-bottom: .6rem; } .sign-in { margin: .5rem 0; } .sign-in input { margin: 0; min-height: 2.5rem; }
.actions { margin-top: .6rem; } header span:last-child { color: var(--muted); }
`)

/** What the page is told. Nothing of it is secret. */
export function configOf(choice: StorageChoice, env: ClientEnvironment): AppConfig {
  const { origins } = env
  const base = `${origins.client}${STORAGE_LAB_PATH}/${choice.id}`
  return {
    lab: env.lab.slice(0, 6),
    choice: choice.id,
    keeps: choice.keeps,
    cookieAttributes: [`Path=${cookiePath(choice, env)}`, ...choice.attributes].join('; '),
    signIn: `${base}/sign-in`,
    photos: callsApiItself(choice) ? `${origins.resource}/photos` : `${base}/photos`,
    ownHeader: OWN_HEADER,
    app: origins.app,
    unescaped: injectedComment(origins.attacker),
  }
}

/**
 * `GET /storage-lab/{choice}/`: Photo Editor as an application in the browser, with a flaw. The storage page shows it in
 * a frame, so it may be framed by the Grant Lab app and by nobody else.
 */
export async function appPage(choice: StorageChoice, env: ClientEnvironment): Promise<Response> {
  const document = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="app-config" content="${JSON.stringify(configOf(choice, env))}">
<title>Photo Editor, token kept in: ${choice.name}</title>
<style>${COMPACT}</style>
<script src="${env.origins.client}${STORAGE_LAB_PATH}/app.js" defer></script>
</head>
<body data-page="storage-lab">
<header><span class="brand">Photo Editor</span><span>${choice.name}</span></header>
<main>
<h1>One moment</h1>
<p class="lead" role="status">The page looks for its token.</p>
<div class="sign-in"><label for="title">Title of a new photo</label><input id="title" name="title" autocomplete="off"></div>
<div class="actions"><button type="button" name="add">Add</button><button type="button" name="look-again">Look again</button></div>
<div class="comment"></div>
</main>
</body>
</html>
`
  return new Response(document.text, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': await policyOf(env),
    },
  })
}

/**
 * As good as none against the attack of the lab itself: its handler and its script are let through by name. Against
 * everything else it is strict.
 */
async function policyOf({ origins }: ClientEnvironment): Promise<string> {
  const { client, resource, attacker, app } = origins
  const script = `'self' ${attacker}/plunder.js 'unsafe-hashes' ${await hashOf(injectedHandler(attacker))}`
  const servers = [...new Set([client, resource, attacker].map((url) => new URL(url).origin))].join(' ')
  return [
    "default-src 'none'",
    `script-src ${script}`,
    `connect-src ${servers}`,
    `style-src ${await hashOf(COMPACT.text)}`,
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${app}`,
  ].join('; ')
}

async function hashOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', encodeUtf8(text))
  return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`
}
