import type { Attack } from './attack'
import { onTokensFrom } from './stolen-token'

/** A-50a: RFC 6819, section 5.1.4.1.3. */
export const storeDump: Attack = {
  id: 'A-50a',
  slug: 'store-dump',
  tier: 1,
  title: 'The token store gets out',
  summary: 'Mallory gets a copy of the authorization server’s store and uses the tokens that stand in it.',
  attacker: 'Somebody who gets at a backup or a replica of the server’s database.',
  defence: 'The store holds hashes: enough to recognise a token that is presented, useless for presenting one.',
  cites: ['rfc6819-5.1.4.1.3'],
  oracle: 'reads-data',
  switches: {
    storeTokensHashed: false,
    senderConstrained: 'bearer',
    useDpop: false,
    implicit: true,
    passwordGrant: true,
  },
  needs: ['access-token-used'],
  on: onTokensFrom({
    grants: ['authorization-code', 'authorization-code-browser', 'implicit', 'password', 'client-credentials'],
    channel: 'store-dump',
    nothing: 'The dump holds hashes only: there is no token in it that anybody could present.',
    policy: { accessTokenFormat: 'opaque' },
    title: 'A backup gets out',
    words: {
      title: 'Mallory takes a token from the dump',
      caption:
        'A backup of the server’s store has got out. Mallory looks for tokens in its rows and presents what she finds.',
    },
  }),
}
