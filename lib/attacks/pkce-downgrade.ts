import type { Attack, Script, ScriptStep } from './attack'
import { WITHOUT_CHALLENGE } from './authorize-url'
import { aliceIsLured, forgedCallback, malloryAsksDirectly, malloryOpensApp } from './parts'
import { EmptyHanded } from './tools'

const alone = { alone: true } as const

const asksWithoutChallenge: ScriptStep = {
  ...malloryAsksDirectly('photo-editor'),
  move: {
    with: 'browser',
    send({ browser }) {
      const asked = browser.pending()
      if (!asked) throw new EmptyHanded('The app made no request from which a challenge could be taken.')
      const url = new URL(asked)
      for (const name of Object.keys(WITHOUT_CHALLENGE)) url.searchParams.delete(name)
      return browser.open(url.href)
    },
  },
  words: {
    title: 'Mallory leaves the challenge out',
    caption:
      'Mallory takes the app’s own request and deletes the code_challenge from it. Then she signs in as herself.',
  },
  reply: {
    title: 'A code without a challenge',
    caption: 'The server makes a code that no verifier belongs to. It could have said no.',
  },
}

const intoTheEditor: Script = [
  { honest: 'open-app' },
  ...malloryOpensApp,
  asksWithoutChallenge,
  aliceIsLured,
  forgedCallback,
  { honest: 'token-request', ...alone },
  { honest: 'resource-request', ...alone },
  { honest: 'photos-page', ...alone },
]

const intoTheGallery: Script = [
  { honest: 'script-request' },
  malloryAsksDirectly('photo-gallery', WITHOUT_CHALLENGE),
  aliceIsLured,
  { honest: 'callback', ...alone, as: 'forged-callback' },
  { honest: 'token-request', ...alone },
  { honest: 'preflight-request', ...alone },
  { honest: 'resource-request', ...alone },
]

/** RFC 9700, section 4.8. */
export const pkceDowngrade: Attack = {
  id: 'A-13',
  slug: 'pkce-downgrade',
  tier: 1,
  title: 'PKCE is taken out of the request',
  summary:
    'Mallory deletes the challenge from her request, so that her code goes with any verifier, also with that of Alice’s session.',
  attacker: 'Somebody with a web page that Alice visits, and an account of her own.',
  defence:
    'A verifier for a code that has no challenge is refused, or a request without a challenge is not answered at all.',
  cites: ['rfc9700-4.8.2', 'rfc9700-2.1.1'],
  oracle: 'plants-session',
  switches: { refuseVerifierWithoutChallenge: false, pkce: 'optional', checkState: false, checkIssuer: false },
  needs: ['code-through-browser', 'user-data-read'],
  on: {
    'authorization-code': {
      policy: { usePkce: true },
      cases: [{ id: 'usual', title: 'A link to the callback', script: intoTheEditor }],
    },
    'authorization-code-browser': {
      policy: { usePkce: true },
      cases: [{ id: 'usual', title: 'A link to the callback', script: intoTheGallery }],
    },
  },
}
