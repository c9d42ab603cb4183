import type { Attack, Script, ScriptStep, Setup } from './attack'
import { authorizeUrl, WITHOUT_CHALLENGE } from './authorize-url'
import { looksAround } from './code-injection'
import { CONNECTED } from './connected'
import { aliceIsLured, forgedCallback, malloryAsksDirectly, malloryStopsBeforeCallback } from './parts'
import type { AttackTools } from './tools'

const linkCallback = ({ origins }: Pick<AttackTools, 'origins'>) => `${origins.client}/link/callback`

/** The application with accounts of its own takes answers at two addresses. */
const WITH_LINKS: Setup = {
  registrations: (origins) => ({
    'photo-editor': { redirect_uris: [`${origins.client}/callback`, linkCallback({ origins })] },
  }),
}

const asksToLink = (changes: Readonly<Record<string, null>>): ScriptStep => ({
  ...malloryAsksDirectly('photo-editor'),
  step: 'mallory-asks-to-link',
  move: {
    with: 'browser',
    send: async (tools) =>
      tools.browser.open(await authorizeUrl(tools, 'photo-editor', { ...changes, redirect_uri: linkCallback(tools) })),
  },
})

const forgedLink: ScriptStep = {
  ...forgedCallback,
  line: 'GET /link/callback',
  words: {
    title: 'Alice’s browser brings Mallory’s code',
    caption: 'Alice is signed in to the app. To the app it looks as if she were linking one more drive to her account.',
  },
  reply: {
    title: 'The app takes it as Alice’s wish',
    caption:
      'Nothing ties this answer to a request of Alice’s. The app is about to link the drive that the code is for.',
  },
}

const follows: ScriptStep = {
  step: 'mallory-signs-in',
  phase: 'damage',
  from: 'attacker',
  to: 'client',
  channel: 'front',
  line: 'GET /callback',
  move: { with: 'browser', send: ({ browser }) => browser.follow() },
  expects: ['redirect-to-client', 'app-page'],
  cites: ['rfc6749-4.1.2'],
  words: {
    title: 'Mallory signs in with her drive',
    caption: 'This answer Mallory does follow, in her own browser. There is nothing wrong with it.',
  },
  reply: {
    title: 'The app takes her answer',
    caption: 'Soon it will learn whose drive this is, and look up to which account that drive belongs.',
  },
}

const alone = { alone: true } as const
const script = (changes: Readonly<Record<string, null>>): Script => [
  ...CONNECTED['authorization-code'],
  { honest: 'photos-page' },
  asksToLink(changes),
  aliceIsLured,
  forgedLink,
  { honest: 'token-request', ...alone, as: 'link-token-request' },
  { honest: 'resource-request', ...alone, as: 'link-resource-request' },
  ...malloryStopsBeforeCallback,
  follows,
  { honest: 'token-request', ...alone, as: 'mallorys-token-request' },
  { honest: 'resource-request', ...alone, as: 'mallorys-resource-request' },
  looksAround,
]

/** RFC 9700, section 4.7. */
export const forcedLinking: Attack = {
  id: 'A-16',
  slug: 'forced-linking',
  tier: 1,
  title: 'Mallory’s drive is linked to Alice’s account',
  summary:
    'Mallory has Alice’s browser deliver an answer that links Mallory’s drive to Alice’s account, and signs in to that account with her drive.',
  attacker: 'Somebody with a web page that Alice visits, and a drive of her own.',
  defence: 'The app links a drive only when the answer belongs to a request of this very session, by state or by PKCE.',
  cites: ['rfc9700-4.7', 'rfc6749-10.12', 'rfc9700-2.1.1'],
  oracle: 'takes-session',
  switches: { checkState: false, usePkce: false, pkce: 'off', checkIssuer: false },
  needs: ['code-through-browser', 'user-data-read', 'client-keeps-session'],
  on: {
    'authorization-code': {
      policy: { accounts: true },
      setup: WITH_LINKS,
      cases: [
        { id: 'usual', title: 'A link to the callback that links', script: script({}) },
        { id: 'without-challenge', title: 'A code without a challenge', script: script(WITHOUT_CHALLENGE) },
      ],
    },
  },
}
