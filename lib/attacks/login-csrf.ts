import type { Attack, Script } from './attack'
import { aliceIsLured, malloryStopsBeforeCallback } from './parts'

/** Mallory's own answer, in Alice's browser. */
const intoAlicesBrowser: Script = [
  ...malloryStopsBeforeCallback,
  aliceIsLured,
  {
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
      title: "Alice's browser delivers Mallory's code",
      caption:
        'The page sends Alice’s browser to the app’s callback with the code that was made for Mallory. To the app it looks like any answer.',
    },
    reply: {
      title: 'The app takes the code',
      caption: 'Nothing ties this answer to a request of Alice’s, and the app does not ask.',
    },
  },
  { honest: 'token-request', alone: true },
  { honest: 'resource-request' },
  { honest: 'photos-page' },
]

/** RFC 9700, section 4.7. */
export const loginCsrf: Attack = {
  id: 'A-15',
  slug: 'login-csrf',
  tier: 1,
  title: "Alice ends up in Mallory's account",
  summary:
    "Mallory has Alice's browser deliver an answer that was made for Mallory, so that Alice works in Mallory's account without noticing.",
  attacker: 'Somebody with a web page that Alice visits, and an account of her own.',
  defence: "The app ties each answer to the browser that asked, by state or by PKCE, and refuses a stranger's.",
  cites: ['rfc6749-10.12', 'rfc9700-4.7'],
  oracle: 'plants-session',
  switches: { checkState: false, usePkce: false, pkce: 'off', checkIssuer: false },
  needs: ['code-through-browser', 'user-data-read'],
  on: {
    'authorization-code': { cases: [{ id: 'usual', title: 'A link to the callback', script: intoAlicesBrowser }] },
  },
}
