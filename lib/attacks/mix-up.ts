import { header } from '@/lib/oauth/http'
import type { Attack, Script } from './attack'
import { injectedCallback, looksAround } from './code-injection'
import { malloryStopsBeforeCallback } from './parts'
import type { AttackTools } from './tools'

/** The challenge of Mallory's own login at the app, where it went through her browser. */
function herChallenge({ heard }: AttackTools): Record<string, string> {
  const addresses = heard().map(({ response }) => (response && header(response, 'location')) ?? '')
  const found = addresses.map((one) => /[?&]code_challenge=([^&#]+)/.exec(one)?.[1]).findLast(Boolean)
  return found ? { code_challenge: found, code_challenge_method: 'S256' } : {}
}

const alone = { alone: true } as const
const script: Script = [
  ...malloryStopsBeforeCallback,
  {
    step: 'alice-chooses-server',
    phase: 'trap',
    from: 'browser',
    to: 'client',
    channel: 'front',
    line: 'GET /login',
    move: 'open-page',
    input: { page: 'client-login-elsewhere' },
    human: 'wants to connect Snapshelf',
    expects: ['redirect-to-client'],
    cites: ['rfc9700-4.4', 'rfc9207-2.4'],
    words: {
      title: 'Alice wants to connect another service',
      caption:
        'The app works with two servers: the photo drive’s, and that of Snapshelf. Alice has heard of Snapshelf.',
    },
    reply: {
      title: 'The app notes: Snapshelf',
      caption: 'It keeps in Alice’s session which server it asked, and sends her there. Snapshelf is Mallory’s.',
    },
  },
  {
    step: 'chosen-server-request',
    phase: 'strike',
    from: 'browser',
    to: 'attacker',
    channel: 'front',
    line: 'GET /server/authorize',
    move: 'follow-redirect',
    sets(tools) {
      const { client_id } = tools.client('photo-editor')
      tools.relay({ client_id, ...herChallenge(tools) })
    },
    expects: ['redirect-to-server'],
    cites: ['rfc9700-4.4'],
    words: {
      title: 'The request comes to Mallory’s server',
      caption: 'An honest server would ask Alice to sign in now. Mallory’s has another use for the request.',
    },
    reply: {
      title: 'She sends Alice on to the honest server',
      caption:
        'State and address stay the app’s; its name is the one it has at the honest server, the challenge is Mallory’s.',
    },
  },
  {
    step: 'relayed-request',
    phase: 'strike',
    from: 'browser',
    to: 'authorization-server',
    channel: 'front',
    line: 'GET /authorize',
    move: 'follow-redirect',
    expects: ['redirect-to-client'],
    decides: 'alice',
    cites: ['rfc9700-4.4', 'rfc6749-4.1.1'],
    words: {
      title: 'The honest server asks Alice',
      caption: 'To this server it is a request of the photo editor like any other. Alice knows both, and approves.',
    },
    reply: {
      title: 'A code of the honest server',
      caption: 'It is for Alice’s photos and goes to the app’s callback, which serves both servers.',
    },
  },
  {
    step: 'mixed-up-callback',
    phase: 'strike',
    from: 'browser',
    to: 'client',
    channel: 'front',
    line: 'GET /callback',
    move: 'follow-redirect',
    expects: ['redirect-to-client', 'app-page'],
    cites: ['rfc9207-2.4', 'rfc9700-4.4.2'],
    words: {
      title: 'The answer comes back to the app',
      caption: 'The state is right. Whose answer this is, only an iss in it could tell, if the app looked at it.',
    },
    reply: {
      title: 'The app takes it for Snapshelf’s',
      caption: 'Its session says that it asked Snapshelf. So that is where it will redeem this code.',
    },
  },
  {
    step: 'code-to-wrong-server',
    phase: 'strike',
    from: 'client',
    to: 'attacker',
    channel: 'back',
    line: 'POST /server/token',
    move: 'token-request',
    input: { application: 'photo-editor' },
    expects: ['refusal'],
    gains: 'authorization_code',
    cites: ['rfc9700-4.4'],
    words: {
      title: 'The app brings the code to Mallory',
      caption: 'The app redeems the code at the server that it believes it came from, verifier and all.',
    },
    reply: {
      title: 'Mallory keeps the code',
      caption: 'Her server answers with an error that sounds like bad luck. The code is fresh, and unused.',
    },
  },
  injectedCallback(({ need }) => need('authorization_code', 'No code came to Mallory’s server.', 'site')),
  { honest: 'token-request', ...alone },
  { honest: 'resource-request', ...alone },
  looksAround,
]

/** RFC 9700, section 4.4; RFC 9207. */
export const mixUp: Attack = {
  id: 'A-18',
  slug: 'mix-up',
  tier: 1,
  title: 'One server is taken for another',
  summary:
    'Mallory’s server sends Alice on to the honest one, and the app brings the honest server’s code to Mallory, who uses it.',
  attacker: 'Somebody who runs an authorization server that the app works with as well, or got into one.',
  defence: 'Every answer names its server in iss, and the app compares it with the server it asked.',
  cites: ['rfc9700-4.4', 'rfc9700-4.4.2', 'rfc9207-2.4'],
  oracle: 'takes-session',
  switches: { checkIssuer: false, usePkce: false, pkce: 'off' },
  needs: ['code-through-browser', 'user-data-read', 'server-could-be-chosen'],
  on: {
    'authorization-code': {
      setup: { otherServer: true },
      cases: [{ id: 'usual', title: 'The code goes to the wrong server', script }],
    },
  },
}
