import type { Attack, Script, ScriptStep, Variant } from './attack'
import { CONNECTED, getWithToken, readsPhotos, readsUsage } from './parts'
import type { AttackTools } from './tools'

/** Looks the log through before the token is presented. */
function fromTheLog(step: ScriptStep, path: string): ScriptStep {
  const why = 'No token stands in the log: the API keeps them out of it.'
  return {
    ...step,
    phase: 'strike',
    move: {
      with: 'tool',
      async send({ leak, need, origins }: AttackTools) {
        await leak('server-log')
        return getWithToken(`${origins.resource}${path}`, need('access_token', why, 'leak'))
      },
    },
    words: {
      title: 'Mallory takes a token from the log',
      caption:
        'The API’s log has a line for every request. Where the line holds the token, whoever reads logs can use it.',
    },
  }
}

function against(script: Script, step = fromTheLog(readsPhotos(), '/photos')): Variant {
  return { cases: [{ id: 'usual', title: 'The log of the API', script: [...script, step] }] }
}

/** RFC 9700, sections 4.9.2 and 4.10.1. */
export const tokenInLog: Attack = {
  id: 'A-44',
  slug: 'token-in-log',
  tier: 1,
  title: 'A token is read from a log',
  summary: 'Mallory finds an access token in the log of the API and presents it herself, long after its owner.',
  attacker: 'Somebody who reads the log of the API: an administrator, a monitoring service, a thief of backups.',
  defence: 'Tokens stay out of logs; and a token bound to a key is useless to whoever has only its copy.',
  cites: ['rfc9700-4.9.2', 'rfc9700-4.10.1'],
  oracle: 'reads-data',
  switches: { redactLogs: false, useDpop: false, senderConstrained: 'bearer', implicit: true, passwordGrant: true },
  needs: ['access-token-used'],
  on: {
    'authorization-code': against(CONNECTED['authorization-code']),
    'authorization-code-browser': against(CONNECTED['authorization-code-browser']),
    implicit: against(CONNECTED.implicit),
    password: against(CONNECTED.password),
    'client-credentials': {
      oracle: 'reads-usage',
      ...against(CONNECTED['client-credentials'], fromTheLog(readsUsage(), '/usage')),
    },
  },
}
