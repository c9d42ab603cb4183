import type { SecretKind } from '@/lib/oauth/secrets'
import type { Script, ScriptStep } from './attack'
import { authorizeUrl, MALLORYS_VERIFIER, WITHOUT_CHALLENGE } from './authorize-url'
import { provesKey } from './own-key'
import { basic, postForm, toCollector, toTokenEndpoint } from './requests'
import type { AttackTools } from './tools'

/** Alice lets Mallory's own app, the Holiday Quiz, at her photos, as she would any app. */

/** An authorization request for Mallory's own app. */
export function requestForHerApp(
  { app, ...tools }: AttackTools,
  changes: Readonly<Record<string, string | null>> = {},
): Promise<string> {
  return authorizeUrl({ ...tools, client: () => ({ ...app, scope: 'photos.read' }) }, app.client_id, changes)
}

/** The same as a reference, once she has pushed the request; the whole request otherwise (RFC 9126, section 4). */
export async function addressForHerApp(tools: AttackTools, changes: Readonly<Record<string, string | null>> = {}) {
  const pushed = tools.heard().findLast(({ from, request }) => from === 'attacker' && /\/par$/.test(request.url))
  const reference = /"request_uri"\s*:\s*"([^"]+)"/.exec(pushed?.response?.body ?? '')?.[1]
  if (reference === undefined) return requestForHerApp(tools, changes)
  const query = new URLSearchParams({ client_id: tools.app.client_id, request_uri: reference })
  return `${tools.origins.issuer}/authorize?${query}`
}

/** Where requests have to be pushed, Mallory's server pushes hers, as any app's would. */
export function quizPushes(changes: Readonly<Record<string, string | null>> = {}, step = 'quiz-pushes'): ScriptStep {
  return {
    step,
    where: 'par-request',
    phase: 'trap',
    from: 'attacker',
    to: 'authorization-server',
    channel: 'back',
    line: 'POST /par',
    move: {
      with: 'tool',
      async send(tools) {
        const { searchParams } = new URL(await requestForHerApp(tools, changes))
        return postForm(`${tools.origins.issuer}/par`, [...searchParams], [basic(tools.app)])
      },
    },
    expects: ['confirmation'],
    cites: ['rfc9126-2.1'],
    words: {
      title: 'The quiz pushes its request',
      caption:
        'This server takes requests only straight from an app’s server. The quiz has one, and a secret of its own.',
    },
    reply: {
      title: 'The quiz has a reference',
      caption: 'The request is a good one, so the server keeps it and gives Mallory a reference to it.',
    },
  }
}

export const QUIZ_WELCOME =
  '<!doctype html><html lang="en"><head><title>Holiday Quiz</title></head><body data-page="app"><h1>Thank you for playing</h1></body></html>'

/** Mallory's page sends Alice's browser to the authorization server, for Mallory's app. */
export function aliceOpensQuiz(changes: Readonly<Record<string, string | null>> = {}): ScriptStep {
  return {
    step: 'alice-opens-quiz',
    phase: 'trap',
    from: 'browser',
    to: 'attacker',
    channel: 'front',
    line: 'GET /quiz',
    move: 'visit-attacker',
    input: { path: '/quiz' },
    human: 'opens a quiz',
    async sets(tools) {
      const location = await addressForHerApp(tools, changes)
      tools.publish('/quiz', { status: 303, headers: [['location', location]], body: '' })
      tools.publish('/callback', {
        status: 200,
        headers: [['content-type', 'text/html; charset=utf-8']],
        body: QUIZ_WELCOME,
      })
    },
    expects: ['redirect-to-server'],
    cites: ['rfc6749-4.1.1'],
    words: {
      title: 'Alice opens the Holiday Quiz',
      caption:
        'The quiz is Mallory’s app, registered at the auth server like any other. It wants to see Alice’s photos.',
    },
    reply: {
      title: 'The quiz sends her to sign in',
      caption: 'The request is a good one: client, address and scope are those that were registered.',
    },
  }
}

export const aliceApprovesQuiz: ScriptStep = {
  step: 'quiz-asks',
  phase: 'trap',
  from: 'browser',
  to: 'authorization-server',
  channel: 'front',
  line: 'GET /authorize',
  move: 'follow-redirect',
  expects: ['redirect-to-client'],
  decides: 'alice',
  cites: ['rfc6749-4.1.1', 'rfc6749-10.2'],
  words: {
    title: 'Alice is asked whether the quiz may',
    caption: 'Alice signs in and approves: she wants to play, and reading photos seems harmless.',
  },
  reply: {
    title: 'The quiz gets its answer',
    caption: 'The server made an answer for Mallory’s app, as Alice allowed.',
  },
}

export const quizCallback: ScriptStep = {
  step: 'quiz-callback',
  phase: 'trap',
  from: 'browser',
  to: 'attacker',
  channel: 'front',
  line: 'GET /callback',
  move: 'follow-redirect',
  expects: ['app-page'],
  cites: ['rfc6749-4.1.2'],
  words: {
    title: 'The answer reaches Mallory’s site',
    caption: 'Alice’s browser brings the answer to the address that Mallory registered.',
  },
  reply: { title: 'Alice sees the quiz', caption: 'To Alice nothing is amiss. Mallory’s server has what it needs.' },
}

/** Redeems a code that was made for Mallory's app. @param more further parameters of the request */
export function redeemForHerApp({ need, origins, app }: AttackTools, more: Readonly<Record<string, string>> = {}) {
  const code = need('authorization_code', 'No code was made for Mallory’s app.', 'site')
  const request = {
    grant_type: 'authorization_code',
    code,
    redirect_uri: app.redirect_uri,
    code_verifier: MALLORYS_VERIFIER,
    ...more,
  }
  return postForm(`${origins.issuer}/token`, request, [basic(app)])
}

export function quizRedeems(more: Readonly<Record<string, string>> = {}, gains: SecretKind = 'access_token'): Script {
  return provesKey({
    step: 'quiz-redeems',
    phase: 'trap',
    ...toTokenEndpoint,
    move: { with: 'tool', send: (tools) => redeemForHerApp(tools, more) },
    expects: ['tokens'],
    gains,
    cites: ['rfc6749-4.1.3'],
    words: {
      title: 'The quiz fetches its tokens',
      caption: 'Mallory’s server redeems the code with its own secret, as it may.',
    },
    reply: {
      title: 'A token for what Alice allowed',
      caption: 'The token is for reading Alice’s photos, and for nothing else.',
    },
  })
}

/** The script of the quiz's own page reads the token out of the address, where the implicit grant puts it. */
export const quizReadsFragment: ScriptStep = {
  step: 'quiz-reads-fragment',
  phase: 'trap',
  ...toCollector,
  move: 'page-beacon',
  expects: ['confirmation'],
  gains: 'access_token',
  cites: ['rfc6749-4.2.2'],
  words: {
    title: 'The quiz reads its address',
    caption:
      'The page’s script reads the token out of the fragment and tells Mallory’s server. So far it is what any page of this grant does.',
  },
  reply: {
    title: 'A token for what Alice allowed',
    caption: 'The token is for reading Alice’s photos, and for nothing else.',
  },
}

/** The same with the implicit grant. */
export const quizConnectedImplicitly: Script = [
  aliceOpensQuiz({ ...WITHOUT_CHALLENGE, response_type: 'token' }),
  aliceApprovesQuiz,
  quizCallback,
  quizReadsFragment,
]

/** From the quiz to Mallory holding a token that Alice allowed. */
export const quizConnected: Script = [quizPushes(), aliceOpensQuiz(), aliceApprovesQuiz, quizCallback, ...quizRedeems()]
