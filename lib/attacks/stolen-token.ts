import type { Attack, MalloryMove, ScriptStep, StepWords, Variant } from './attack'
import { CONNECTED } from './connected'
import { getWithToken } from './requests'
import type { AttackTools, LeakChannel, Whence } from './tools'

/** A token that reached Mallory is presented to the API. */

/** Mallory presents a token that reached her to the photo API. */
export function readsPhotos(where?: Whence): ScriptStep {
  return {
    step: 'stolen-token-request',
    phase: 'damage',
    from: 'attacker',
    to: 'resource-server',
    channel: 'back',
    line: 'GET /photos',
    move: {
      with: 'tool',
      send: ({ need, origins }: AttackTools) =>
        getWithToken(`${origins.resource}/photos`, need('access_token', 'No access token has reached Mallory.', where)),
    },
    expects: ['resource'],
    cites: ['rfc6750-2.1', 'rfc9700-2.2.1'],
    words: {
      title: 'Mallory asks for the photos',
      caption: 'Mallory presents the token to the photo API. A bearer token opens the door for whoever holds it.',
    },
    reply: {
      title: 'Mallory has Alice’s photos',
      caption: 'The API has no way to tell Mallory from the app: the token is good, so the photos go out.',
    },
  }
}

/** Mallory presents a token that reached her to the part of the API that machines use. */
export function readsUsage(where?: Whence): ScriptStep {
  return {
    ...readsPhotos(where),
    step: 'stolen-token-usage',
    line: 'GET /usage',
    move: {
      with: 'tool',
      send: ({ need, origins }) =>
        getWithToken(`${origins.resource}/usage`, need('access_token', 'No access token has reached Mallory.', where)),
    },
    expects: ['resource', 'confirmation'],
    words: {
      title: 'Mallory asks for the drive’s figures',
      caption: 'Mallory presents the token to the API. A bearer token opens the door for whoever holds it.',
    },
    reply: {
      title: 'Mallory has the figures',
      caption: 'The API takes her for the backup job: the token is good, and nothing else is asked.',
    },
  }
}

/** A place where access tokens can be found lying about. */
export interface TokenLeak {
  channel: LeakChannel
  /** What is said where Mallory finds none. */
  nothing: string
}

/** Mallory looks into the leak, and presents what she finds there. */
export function presentsLeaked(path: string, { channel, nothing }: TokenLeak): MalloryMove {
  return {
    with: 'tool',
    async send({ leak, need, origins }) {
      await leak(channel)
      return getWithToken(`${origins.resource}${path}`, need('access_token', nothing, 'leak'))
    },
  }
}

/** The grants of RFC 6749, by what their tokens open. */
export type ConnectedGrant = keyof typeof CONNECTED

/** How a token of this grant is presented: the backup job's opens the figures, all others open photos. */
export function presentation(grant: ConnectedGrant): { read: ScriptStep; path: string } {
  return grant === 'client-credentials'
    ? { read: readsUsage(), path: '/usage' }
    : { read: readsPhotos(), path: '/photos' }
}

interface LeakOnGrants extends TokenLeak {
  grants: readonly ConnectedGrant[]
  title: string
  words: StepWords
  policy?: Variant['policy']
}

/** The attack on each grant: after its honest run Mallory takes a token from the leak. */
export function onTokensFrom({ grants, title, words, policy, ...found }: LeakOnGrants): Attack['on'] {
  const variant = (grant: ConnectedGrant): Variant => {
    const { read, path } = presentation(grant)
    const strike: ScriptStep = { ...read, phase: 'strike', move: presentsLeaked(path, found), words }
    return {
      ...(grant === 'client-credentials' && { oracle: 'reads-usage' }),
      ...(policy && { policy }),
      cases: [{ id: 'usual', title, script: [...CONNECTED[grant], strike] }],
    }
  }
  return Object.fromEntries(grants.map((grant) => [grant, variant(grant)]))
}
