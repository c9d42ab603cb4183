import type { Attack, AttackCase, ScriptStep } from './attack'
import { editorConnected } from './connected'
import { onTokensFrom, presentsLeaked, readsPhotos } from './stolen-token'

const savesList: ScriptStep = {
  step: 'alice-saves-list',
  phase: 'trap',
  from: 'browser',
  to: 'resource-server',
  channel: 'front',
  line: 'GET /photos',
  move: 'follow-link',
  input: { link: 'save-list' },
  human: 'saves the list of her photos',
  expects: ['resource'],
  cites: ['rfc6750-2.3', 'rfc9700-4.3.2'],
  words: {
    title: 'Alice saves the list of her photos',
    caption: 'The app offers a link to the drive itself. It works, because the app has put its token into the address.',
  },
  reply: {
    title: 'The drive shows the list',
    caption: 'The page stands at an address with the token in it, and the browser’s history has a new entry.',
  },
}

/** Of the browser's history this time: the app has sent Alice's browser to the API itself (A-06, third case). */
const inHistory: AttackCase = {
  id: 'history',
  title: 'The browser’s history keeps it, too',
  script: [
    ...editorConnected,
    { honest: 'photos-page' },
    savesList,
    {
      ...readsPhotos(),
      phase: 'strike',
      move: presentsLeaked('/photos', {
        channel: 'browser-history',
        nothing: 'No address in the history of Alice’s browser has a token in it.',
      }),
      words: {
        title: 'Mallory reads the browser’s history',
        caption: 'Mallory sits down after Alice and opens the history. The token is good as long as it lives.',
      },
    },
  ],
}

const fromProxy = onTokensFrom({
  grants: ['authorization-code', 'password', 'client-credentials'],
  channel: 'proxy-log',
  nothing: 'No address in the log holds a token.',
  policy: { presentToken: 'query' },
  title: 'A proxy keeps a log',
  words: {
    title: 'Mallory reads the proxy’s log',
    caption: 'Proxies write down the addresses that were asked for. A token in the address is written down with it.',
  },
})

const byApp = fromProxy['authorization-code']

/** A-50c: RFC 6750, sections 2.3 and 5.3. */
export const tokenInAddress: Attack = {
  id: 'A-50c',
  slug: 'token-in-address',
  tier: 1,
  title: 'A token in the address is written down',
  summary:
    'The app puts its token in the address, and Mallory finds it in the log of a proxy or in the browser’s history.',
  attacker: 'Somebody who reads the log of a proxy between app and API, or uses the browser after Alice.',
  defence: 'The API does not look at tokens in addresses, so that no app ever gets used to sending them there.',
  cites: ['rfc6750-2.3', 'rfc6750-5.3', 'rfc9700-4.3.2'],
  oracle: 'reads-data',
  switches: { tokenInQuery: 'accept', passwordGrant: true },
  stoppedBySwitch: true,
  needs: ['token-in-address'],
  on: {
    ...fromProxy,
    ...(byApp && { 'authorization-code': { ...byApp, cases: [byApp.cases[0], inHistory] } }),
  },
}
