import type { Attack, Script, ScriptStep, Variant } from './attack'
import { CONNECTED, getWithToken, readsPhotos, readsUsage } from './parts'

function fromTheDump(step: ScriptStep, path: string): ScriptStep {
  return {
    ...step,
    phase: 'strike',
    move: {
      with: 'tool',
      async send({ leak, need, origins }) {
        await leak('store-dump')
        const why = 'The dump holds hashes only: there is no token in it that anybody could present.'
        return getWithToken(`${origins.resource}${path}`, need('access_token', why, 'leak'))
      },
    },
    words: {
      title: 'Mallory takes a token from the dump',
      caption:
        'A backup of the server’s store has got out. Mallory looks for tokens in its rows and presents what she finds.',
    },
  }
}

function against(script: Script, step = fromTheDump(readsPhotos(), '/photos')): Variant {
  return {
    policy: { accessTokenFormat: 'opaque' },
    cases: [{ id: 'usual', title: 'A backup gets out', script: [...script, step] }],
  }
}

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
  on: {
    'authorization-code': against(CONNECTED['authorization-code']),
    'authorization-code-browser': against(CONNECTED['authorization-code-browser']),
    implicit: against(CONNECTED.implicit),
    password: against(CONNECTED.password),
    'client-credentials': {
      oracle: 'reads-usage',
      ...against(CONNECTED['client-credentials'], fromTheDump(readsUsage(), '/usage')),
    },
  },
}
