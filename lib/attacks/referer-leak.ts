import type { Attack, Script, ScriptStep } from './attack'
import { injectedCallback, looksAround } from './code-injection'
import { aliceConnects } from './lures'
import { malloryRedeems, malloryStopsBeforeCallback } from './parts'
import { postForm } from './requests'
import { readsPhotos } from './stolen-token'
import type { AttackTools } from './tools'

const NONE = 'No Referer with a code in it has come to Mallory’s site.'

const picture: ScriptStep = {
  step: 'picture-loaded',
  phase: 'strike',
  from: 'browser',
  to: 'attacker',
  channel: 'front',
  line: 'GET /advertisement.svg',
  move: 'load-picture',
  expects: ['confirmation'],
  gains: 'authorization_code',
  cites: ['rfc9700-4.2', 'rfc9700-4.2.4'],
  words: {
    title: 'The page loads an advertisement',
    caption:
      'The app’s page shows a picture of another site. With the request for it the browser says which page it is for: Referer.',
  },
  reply: {
    title: 'Mallory serves the picture and keeps the Referer',
    caption: 'The page still stands at the address with the code in it, so the Referer has the code, too.',
  },
}

const alone = { alone: true } as const
const injected: Script = [
  ...aliceConnects,
  { honest: 'callback' },
  picture,
  ...malloryStopsBeforeCallback,
  injectedCallback(({ need }) => need('authorization_code', NONE, 'site')),
  { honest: 'token-request', ...alone },
  { honest: 'resource-request', ...alone },
  looksAround,
]

function redeem({ need, origins, client }: AttackTools) {
  const code = need('authorization_code', NONE, 'site')
  const { client_id, redirect_uri } = client('photo-gallery')
  return postForm(`${origins.issuer}/token`, { grant_type: 'authorization_code', code, redirect_uri, client_id })
}

const redeemed: Script = [
  ...aliceConnects,
  { honest: 'callback' },
  picture,
  malloryRedeems(
    {
      title: 'Mallory is faster than the app',
      caption: 'Mallory redeems the code before the page’s script has done it. The app has no secret to be asked for.',
    },
    redeem,
  ),
  readsPhotos('answer'),
]

/** RFC 9700, section 4.2. */
export const refererLeak: Attack = {
  id: 'A-05',
  slug: 'referer-leak',
  tier: 1,
  title: 'The Referer gives the code away',
  summary:
    'Mallory owns a picture on the page to which Alice comes back, and reads the code from the Referer of the request for it.',
  attacker: 'Somebody whose advertisement, link or picture stands on the app’s callback page.',
  defence:
    'The app leaves the address with the code before it shows anything, and tells the browser to send no Referer from there.',
  cites: ['rfc9700-4.2', 'rfc9700-4.2.4', 'rfc6749-3.1.2.5'],
  oracle: 'reads-data',
  switches: { leaveCallback: false, usePkce: false, pkce: 'off' },
  needs: ['code-through-browser', 'user-data-read'],
  on: {
    'authorization-code': {
      oracle: 'takes-session',
      policy: { advertising: true },
      cases: [{ id: 'usual', title: 'The code goes into Mallory’s session', script: injected }],
    },
    'authorization-code-browser': {
      policy: { advertising: true },
      cases: [{ id: 'usual', title: 'Mallory redeems the code first', script: redeemed }],
    },
  },
}
