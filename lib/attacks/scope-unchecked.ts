import type { Attack, Script } from './attack'
import { quizConnected, quizConnectedImplicitly } from './mallorys-app'
import { MALLORY_WAS_HERE } from './oracles'
import { provesKey } from './own-key'
import { readsPhotos } from './stolen-token'

const script = (connected: Script): Script => [
  ...connected,
  ...provesKey({
    step: 'photo-planted',
    phase: 'strike',
    from: 'attacker',
    to: 'resource-server',
    channel: 'back',
    line: 'POST /photos',
    move: {
      with: 'tool',
      send: ({ need, origins }) => ({
        method: 'POST',
        url: `${origins.resource}/photos`,
        headers: [
          ['accept', 'application/json'],
          ['authorization', `Bearer ${need('access_token', 'Mallory has no token.')}`],
          ['content-type', 'application/json'],
        ],
        body: JSON.stringify({ title: MALLORY_WAS_HERE }),
      }),
    },
    expects: ['confirmation'],
    cites: ['rfc6750-3.1', 'rfc9700-2.3'],
    words: {
      title: 'Mallory writes with a token for reading',
      caption: 'The token says photos.read. Mallory sends a photo all the same, and sees whether the API looks.',
    },
    reply: { title: 'The photo is stored', caption: 'The API looked at whose token it is, and not at what it is for.' },
  }),
  ...provesKey(readsPhotos()),
]

/** RFC 6750, section 3.1. */
export const scopeUnchecked: Attack = {
  id: 'A-48',
  slug: 'scope-unchecked',
  tier: 1,
  title: 'A token for reading writes',
  summary: 'Alice lets Mallory’s app read her photos, and it writes: the API does not look at the scope.',
  attacker: 'The owner of an app that Alice has given a little access.',
  defence: 'The API compares the scope of the token with what the request does, and answers insufficient_scope.',
  cites: ['rfc6750-3.1', 'rfc9700-2.3'],
  oracle: 'writes-data',
  switches: { verifyScope: false, implicit: true },
  needs: ['consent-asked', 'user-data-read'],
  on: {
    'authorization-code': { cases: [{ id: 'usual', title: 'A photo is planted', script: script(quizConnected) }] },
    'authorization-code-browser': {
      cases: [{ id: 'usual', title: 'A photo is planted', script: script(quizConnected) }],
    },
    implicit: { cases: [{ id: 'usual', title: 'A photo is planted', script: script(quizConnectedImplicitly) }] },
  },
}
