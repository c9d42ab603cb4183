import type { Origins } from '@/lib/oauth/environment'
import type { HonestStep, ScriptStep, Setup, StepWords } from './attack'
import { toCollector } from './requests'
import { type AttackTools, EmptyHanded } from './tools'

/** Pieces of scripts in which Alice's browser carries an authorization request that Mallory made. */

/** Where the applications under attack really take answers, below the base of the clients. */
const CALLBACKS = { 'photo-editor': '/callback', 'photo-gallery': '/spa/callback' } as const

export type AttackedClient = keyof typeof CALLBACKS

/** The page of Mallory's site that collects answers. */
export const COLLECTING_PAGE = '/answer'

export function callbackOf(origins: Origins, client: AttackedClient): string {
  return origins.client + CALLBACKS[client]
}

/**
 * The application as somebody registered it in a hurry: beside its callback, an address that names a host and nothing
 * more, for trying things out. Compared by its beginning it covers whatever runs on that host.
 */
export function looselyRegistered(client: AttackedClient): Setup {
  return {
    registrations: (origins) => ({ [client]: { redirect_uris: [callbackOf(origins, client), hostOnly(origins)] } }),
  }
}

/** `http://127.0.0.1` where the lab's parties have ports; else the origin of Mallory's site. */
function hostOnly(origins: Origins): string {
  const { protocol, hostname, origin } = new URL(origins.attacker)
  return hostname === '127.0.0.1' ? `${protocol}//${hostname}` : origin
}

/** Alice opens a page of Mallory's, which sends her browser to the authorization server with a request Mallory wrote. */
export function aliceIsSentToAsk(url: (tools: AttackTools) => string | Promise<string>): ScriptStep {
  return {
    step: 'alice-is-lured',
    phase: 'trap',
    from: 'browser',
    to: 'attacker',
    channel: 'front',
    line: 'GET /kittens',
    move: 'visit-attacker',
    input: { path: '/kittens' },
    human: 'opens a link',
    async sets(tools) {
      const location = await url(tools)
      if (!URL.canParse(location)) throw new EmptyHanded('Mallory has no address to which she could send Alice.')
      tools.publish('/kittens', { status: 303, headers: [['location', location]], body: '' })
      tools.publish(COLLECTING_PAGE, { status: 200, headers: HTML, body: KITTENS })
    },
    expects: ['redirect-to-server'],
    cites: ['rfc9700-4.1', 'rfc6749-10.6'],
    words: {
      title: 'Alice opens a page of Mallory’s',
      caption:
        'A mail promises kittens. The page redirects to the auth server, with a request in the name of an app Alice trusts.',
    },
    reply: {
      title: 'The page redirects to the auth server',
      caption: 'Everything in the address is public, but for redirect_uri: that one is Mallory’s choice.',
    },
  }
}

const HTML: [string, string][] = [['content-type', 'text/html; charset=utf-8']]
const KITTENS =
  '<!doctype html><html lang="en"><head><title>Kittens</title></head><body data-page="kittens"><h1>Kittens</h1><p>One moment …</p></body></html>'

/** The request of Mallory's making arrives; Alice signs in and approves, for the page names an app she knows. */
export function forgedRequest(words: StepWords, reply: StepWords): ScriptStep {
  return {
    step: 'forged-authorization-request',
    phase: 'strike',
    from: 'browser',
    to: 'authorization-server',
    channel: 'front',
    line: 'GET /authorize',
    move: 'follow-redirect',
    expects: ['redirect-to-client'],
    decides: 'alice',
    cites: ['rfc9700-4.1', 'rfc6749-3.1.2.3'],
    words,
    reply,
  }
}

/** Alice's browser follows a redirect to Mallory's page. */
export function answerArrives(words: StepWords, gains?: ScriptStep['gains']): ScriptStep {
  return {
    step: 'answer-at-mallory',
    phase: 'strike',
    from: 'browser',
    to: 'attacker',
    channel: 'front',
    line: `GET ${COLLECTING_PAGE}`,
    move: 'follow-redirect',
    expects: ['app-page'],
    gains,
    cites: ['rfc9700-4.1', 'rfc6749-10.6'],
    words,
    reply: {
      title: 'Alice sees kittens',
      caption: 'Mallory’s site answers with a harmless page. Nothing on it says that something went wrong.',
    },
  }
}

/** The script of Mallory's page reads the fragment, which no request carries, and tells her server. */
export function fragmentIsRead(gains: NonNullable<ScriptStep['gains']>): ScriptStep {
  return {
    step: 'fragment-read',
    phase: 'strike',
    ...toCollector,
    move: 'page-beacon',
    expects: ['confirmation'],
    gains,
    cites: ['rfc9700-4.1', 'rfc9110-10.2.2'],
    words: {
      title: 'The page reads its own address',
      caption:
        'Browsers send no server the part behind #. But a script of the page may read it, and this page is Mallory’s.',
    },
    reply: {
      title: 'Mallory has what was behind #',
      caption: 'One line of script was enough: location.hash, sent home.',
    },
  }
}

/** The honest beginning in which Alice opens the app, asks, signs in and approves. */
export const aliceConnects: readonly HonestStep[] = [
  { honest: 'open-app' },
  { honest: 'authorization-request', decides: 'alice' },
]
