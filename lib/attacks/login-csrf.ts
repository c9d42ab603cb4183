import type { Attack, Script, ScriptStep } from './attack'
import { WITHOUT_CHALLENGE } from './authorize-url'
import { aliceIsLured, forgedCallback, malloryAsksDirectly, malloryStopsBeforeCallback } from './parts'

/** Mallory's own answer, in Alice's browser. */
const intoAlicesBrowser: Script = [
  ...malloryStopsBeforeCallback,
  aliceIsLured,
  forgedCallback,
  { honest: 'token-request', alone: true },
  { honest: 'resource-request' },
  { honest: 'photos-page' },
]

/** The same for an application that is a page: its script reads the answer out of the address. */
function intoTheGallery(asked: ScriptStep): Script {
  const alone = { alone: true } as const
  return [
    asked,
    aliceIsLured,
    { honest: 'callback', ...alone, as: 'forged-callback' },
    { honest: 'token-request', ...alone, where: 'token-request' },
    { honest: 'preflight-request', ...alone },
    { honest: 'resource-request', ...alone },
  ]
}

/** RFC 9700, section 4.7. */
export const loginCsrf: Attack = {
  id: 'A-15',
  slug: 'login-csrf',
  tier: 1,
  title: 'Alice ends up in Mallory’s account',
  summary:
    'Mallory has Alice’s browser deliver an answer that was made for Mallory, so that Alice works in Mallory’s account without noticing.',
  attacker: 'Somebody with a web page that Alice visits, and an account of her own.',
  defence: 'The app ties each answer to the browser that asked, by state or by PKCE, and refuses a stranger’s.',
  cites: ['rfc6749-10.12', 'rfc9700-4.7'],
  oracle: 'plants-session',
  switches: { checkState: false, usePkce: false, pkce: 'off', checkIssuer: false, implicit: true },
  needs: ['browser-takes-part', 'user-data-read'],
  on: {
    'authorization-code-browser': {
      cases: [
        { id: 'usual', title: 'A link to the callback', script: intoTheGallery(malloryAsksDirectly('photo-gallery')) },
        {
          id: 'without-challenge',
          title: 'A code without a challenge',
          script: intoTheGallery(malloryAsksDirectly('photo-gallery', WITHOUT_CHALLENGE)),
        },
      ],
    },
    implicit: {
      cases: [
        {
          id: 'usual',
          title: 'A link with a token in its fragment',
          script: intoTheGallery(
            malloryAsksDirectly('photo-gallery', { ...WITHOUT_CHALLENGE, response_type: 'token' }),
          ),
        },
      ],
    },
    'authorization-code': { cases: [{ id: 'usual', title: 'A link to the callback', script: intoAlicesBrowser }] },
  },
}
