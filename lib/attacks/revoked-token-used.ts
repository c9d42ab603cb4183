import type { Attack, Script, Variant } from './attack'
import { CONNECTED } from './connected'
import { A_MINUTE_LATER } from './oracles'
import { type ConnectedGrant, presentation, presentsLeaked } from './stolen-token'

const LOG = { channel: 'server-log', nothing: 'No token stood in the log.' } as const

function against(grant: ConnectedGrant): Variant {
  const { read, path } = presentation(grant)
  const usesTheCopy = { ...read, move: presentsLeaked(path, LOG) }
  const script: Script = [
    ...CONNECTED[grant],
    {
      ...usesTheCopy,
      step: 'copied-token-request',
      phase: 'leak',
      regardless: true,
      words: {
        title: 'Mallory has a copy of the token',
        caption:
          'The token stood in a log, and Mallory tries it once. Alice is told that something is wrong, and ends the access.',
      },
    },
    { honest: 'revocation-request', alone: true },
    {
      ...usesTheCopy,
      step: A_MINUTE_LATER,
      after: 60,
      words: {
        title: 'Mallory uses the revoked token',
        caption: 'The server has revoked the token. Whether the API hears of it is another question.',
      },
      reply: {
        title: 'Revoked, and still good',
        caption:
          'The API reads the token by itself and sees a good signature. Nobody told it that the server has changed its mind.',
      },
    },
  ]
  return {
    policy: { redactLogs: false },
    cases: [{ id: 'usual', title: 'After the revocation', script }],
  }
}

/** A-50h: RFC 7009, section 3. */
export const revokedTokenUsed: Attack = {
  id: 'A-50h',
  slug: 'revoked-token-used',
  tier: 1,
  title: 'A revoked token still works',
  summary: 'Alice ends the access, and Mallory’s copy of the token goes on working until it expires by itself.',
  attacker: 'Somebody with a copy of a token that its owner has revoked.',
  defence: 'The API asks the server about each token; where it does not, tokens must be short-lived.',
  cites: ['rfc7009-2', 'rfc7662-2.1'],
  oracle: 'holds-live-token',
  switches: { validation: 'local', accessTokenFormat: 'jwt', implicit: true, passwordGrant: true },
  needs: ['access-token-used', 'access-can-be-ended'],
  on: {
    'authorization-code': against('authorization-code'),
    'authorization-code-browser': against('authorization-code-browser'),
    implicit: against('implicit'),
    password: against('password'),
    'client-credentials': against('client-credentials'),
  },
}
