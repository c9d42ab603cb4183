import type { Attack, Script, ScriptStep, Variant } from './attack'
import { CONNECTED, getWithToken, readsPhotos, readsUsage } from './parts'

function fromTheProxy(step: ScriptStep, path: string): ScriptStep {
  return {
    ...step,
    phase: 'strike',
    move: {
      with: 'tool',
      async send({ leak, need, origins }) {
        await leak('proxy-log')
        return getWithToken(
          `${origins.resource}${path}`,
          need('access_token', 'No address in the log holds a token.', 'leak'),
        )
      },
    },
    words: {
      title: 'Mallory reads the proxy’s log',
      caption: 'Proxies write down the addresses that were asked for. A token in the address is written down with it.',
    },
  }
}

function against(script: Script, step = fromTheProxy(readsPhotos(), '/photos')): Variant {
  return {
    policy: { presentToken: 'query' },
    cases: [{ id: 'usual', title: 'A proxy keeps a log', script: [...script, step] }],
  }
}

/** A-50c: RFC 6750, sections 2.3 and 5.3. */
export const tokenInAddress: Attack = {
  id: 'A-50c',
  slug: 'token-in-address',
  tier: 1,
  title: 'A token in the address is logged',
  summary: 'The app sends its token in the address, and Mallory finds it in the log of a proxy.',
  attacker: 'Somebody who reads the log of a proxy between app and API.',
  defence: 'The API does not look at tokens in addresses, so that no app ever gets used to sending them there.',
  cites: ['rfc6750-2.3', 'rfc6750-5.3', 'rfc9700-4.3.2'],
  oracle: 'reads-data',
  switches: { tokenInQuery: 'accept', passwordGrant: true },
  stoppedBySwitch: true,
  needs: ['token-in-address'],
  on: {
    'authorization-code': against(CONNECTED['authorization-code']),
    password: against(CONNECTED.password),
    'client-credentials': {
      oracle: 'reads-usage',
      ...against(CONNECTED['client-credentials'], fromTheProxy(readsUsage(), '/usage')),
    },
  },
}
