import type { Attack } from './attack'
import { onTokensFrom } from './stolen-token'

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
  on: onTokensFrom({
    grants: ['authorization-code', 'authorization-code-browser', 'implicit', 'password', 'client-credentials'],
    channel: 'server-log',
    nothing: 'No token stands in the log: the API keeps them out of it.',
    title: 'The log of the API',
    words: {
      title: 'Mallory takes a token from the log',
      caption:
        'The API’s log has a line for every request. Where the line holds the token, whoever reads logs can use it.',
    },
  }),
}
