import type { Attack, Script, Variant } from './attack'
import { CONNECTED } from './connected'
import { provesKey } from './own-key'
import { basic, postForm, toTokenEndpoint } from './requests'
import { readsPhotos } from './stolen-token'

function against(connected: Script, channel: 'app-store-dump' | 'page-script'): Variant {
  const script: Script = [
    ...connected,
    ...provesKey({
      step: 'quiz-refreshes',
      phase: 'strike',
      ...toTokenEndpoint,
      move: {
        with: 'tool',
        async send({ leak, need, origins, app }) {
          await leak(channel)
          const refresh_token = need('refresh_token', 'No refresh token of Alice’s has reached Mallory.')
          return postForm(`${origins.issuer}/token`, { grant_type: 'refresh_token', refresh_token }, [basic(app)])
        },
      },
      expects: ['tokens'],
      gains: 'access_token',
      cites: ['rfc6749-6', 'rfc6749-10.4'],
      words: {
        title: 'Mallory’s own app refreshes with it',
        caption: 'Mallory’s app proves who it is with its own good secret. The refresh token was given to another app.',
      },
      reply: {
        title: 'Another app’s permission is hers',
        caption: 'The server looked at the secret and at the token, but not at whether they belong together.',
      },
    }),
    ...provesKey(readsPhotos('answer')),
  ]
  return { cases: [{ id: 'usual', title: 'Her own app, somebody else’s token', script }] }
}

/** RFC 6749, sections 6 and 10.4. */
export const refreshTokenOfAnotherClient: Attack = {
  id: 'A-32',
  slug: 'refresh-token-of-another-client',
  tier: 1,
  title: 'Another app uses the refresh token',
  summary: 'Mallory copies the refresh token of an honest app and has her own registered app refresh with it.',
  attacker: 'Somebody with a copy of an app’s refresh token, and an app of her own at the same server.',
  defence: 'The server remembers to which app it gave the refresh token, and refreshes for no other.',
  cites: ['rfc6749-6', 'rfc6749-10.4'],
  oracle: 'reads-data',
  switches: { refreshBoundToClient: false, useDpop: false, senderConstrained: 'bearer', passwordGrant: true },
  needs: ['refresh-token-issued', 'user-data-read'],
  on: {
    'authorization-code': against(CONNECTED['authorization-code'], 'app-store-dump'),
    'authorization-code-browser': against(CONNECTED['authorization-code-browser'], 'page-script'),
    password: against(CONNECTED.password, 'app-store-dump'),
  },
}
