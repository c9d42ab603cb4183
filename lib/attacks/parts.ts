import type { HttpRequest } from '@/lib/oauth/http'
import type { Script, ScriptStep, StepWords } from './attack'
import { authorizeUrl } from './authorize-url'
import { toTokenEndpoint } from './requests'
import { type AttackTools, EmptyHanded } from './tools'

/** Pieces that many scripts share. */

/** Mallory opens the app in her own browser, up to where the app has a request ready for her. */
export const malloryOpensApp: Script = [
  {
    step: 'mallory-opens-app',
    phase: 'trap',
    from: 'attacker',
    to: 'client',
    channel: 'front',
    line: 'GET /login',
    move: { with: 'browser', send: ({ browser, origins }) => browser.open(`${origins.client}/login`) },
    expects: ['redirect-to-server', 'redirect-to-client'],
    cites: ['rfc6749-4.1'],
    words: {
      title: 'Mallory opens the app herself',
      caption:
        'Mallory begins like any user, in her own browser: she wants the app to have an answer from the auth server.',
    },
    reply: {
      title: 'The app sends her to sign in',
      caption: 'The app has made a request for Mallory, and keeps what it needs in her session.',
    },
  },
  { honest: 'par-request', alone: true, where: 'par-request' },
  {
    step: 'mallory-fetches-reference',
    where: 'par-request',
    phase: 'trap',
    from: 'attacker',
    to: 'client',
    channel: 'front',
    line: 'GET /login',
    move: { with: 'browser', send: ({ browser }) => browser.follow() },
    expects: ['redirect-to-server'],
    cites: ['rfc9126-4'],
    words: {
      title: 'Mallory gets the reference of her request',
      caption: 'The app has pushed the request to the server itself. Mallory’s browser carries only a reference to it.',
    },
  },
]

/** Mallory signs in at the app with her own account, and keeps the answer instead of following it. */
export const malloryStopsBeforeCallback: Script = [
  ...malloryOpensApp,
  {
    step: 'mallory-asks',
    phase: 'trap',
    from: 'attacker',
    to: 'authorization-server',
    channel: 'front',
    line: 'GET /authorize',
    move: { with: 'browser', send: ({ browser }) => browser.follow() },
    expects: ['redirect-to-client'],
    decides: 'mallory',
    cites: ['rfc6749-4.1.1'],
    words: {
      title: 'Mallory asks for access to her own photos',
      caption: 'Mallory signs in as herself and approves. All of it is perfectly allowed.',
    },
    reply: {
      title: 'The answer is hers',
      caption: 'The redirect carries a code for Mallory’s account. She does not follow it.',
    },
  },
]

/** Whether an authorization response is an error (RFC 6749, sections 4.1.2.1 and 4.2.2.1). */
function isError(location: string): boolean {
  const { searchParams, hash } = new URL(location)
  return searchParams.has('error') || new URLSearchParams(hash.slice(1)).has('error')
}

/** Alice opens a page of Mallory's, which sends her browser where Mallory's own redirect leads. */
export const aliceIsLured: ScriptStep = {
  step: 'alice-is-lured',
  phase: 'strike',
  from: 'browser',
  to: 'attacker',
  channel: 'front',
  line: 'GET /kittens',
  move: 'visit-attacker',
  input: { path: '/kittens' },
  human: 'opens a link',
  sets({ browser, publish }) {
    const location = browser.pending()
    if (!location) throw new EmptyHanded('Mallory has no answer that she could have Alice deliver.')
    if (isError(location))
      throw new EmptyHanded('All the auth server gave Mallory is an error: it puts nobody into her account.')
    publish('/kittens', { status: 303, headers: [['location', location]], body: '' })
  },
  expects: ['redirect-to-client'],
  cites: ['rfc9700-4.7'],
  words: {
    title: 'Alice opens a page of Mallory’s',
    caption:
      'A mail promises kittens. The page answers with a redirect of Mallory’s choice, and browsers follow redirects.',
  },
  reply: {
    title: 'The page redirects to the app',
    caption: 'The address is the app’s own callback, with the code that was made for Mallory.',
  },
}

/** Mallory asks for an answer of her own with a request she made up, in the name of a public client. */
export function malloryAsksDirectly(
  clientId: string,
  changes: Readonly<Record<string, string | null>> = {},
): ScriptStep {
  return {
    step: 'mallory-asks',
    phase: 'trap',
    from: 'attacker',
    to: 'authorization-server',
    channel: 'front',
    line: 'GET /authorize',
    move: { with: 'browser', send: async (tools) => tools.browser.open(await authorizeUrl(tools, clientId, changes)) },
    expects: ['redirect-to-client'],
    decides: 'mallory',
    cites: ['rfc6749-4.1.1', 'rfc6749-2.1'],
    words: {
      title: 'Mallory asks for access to her own photos',
      caption:
        'Mallory types the request herself: all it says of the app is public. She signs in as herself and approves.',
    },
    reply: {
      title: 'The answer is hers',
      caption: 'The redirect carries what the app is meant to get, for Mallory’s account. She does not follow it.',
    },
  }
}

/** Mallory redeems a code with a request of her own. */
export function malloryRedeems(
  words: StepWords,
  send: (tools: AttackTools) => HttpRequest | Promise<HttpRequest>,
): ScriptStep {
  return {
    step: 'stolen-code-request',
    phase: 'strike',
    ...toTokenEndpoint,
    move: { with: 'tool', send },
    expects: ['tokens'],
    gains: 'access_token',
    cites: ['rfc6749-4.1.3', 'rfc7636-4.5'],
    words,
    reply: {
      title: 'Mallory has tokens',
      caption: 'The server took her for the app. The tokens in this answer open Alice’s photos.',
    },
  }
}

/** Alice's browser delivers what Mallory's page made it deliver. */
export const forgedCallback: ScriptStep = {
  step: 'forged-callback',
  phase: 'strike',
  from: 'browser',
  to: 'client',
  channel: 'front',
  line: 'GET /callback',
  move: 'follow-redirect',
  expects: ['redirect-to-client', 'app-page'],
  cites: ['rfc6749-10.12', 'rfc9700-4.7'],
  words: {
    title: 'Alice’s browser delivers Mallory’s code',
    caption:
      'The page sends Alice’s browser to the app’s callback with the code that was made for Mallory. To the app it looks like any answer.',
  },
  reply: {
    title: 'The app takes the code',
    caption: 'Nothing ties this answer to a request of Alice’s, and the app does not ask.',
  },
}
