import type { HttpRequest } from '@/lib/oauth/http'
import type { Attack, Script, ScriptStep } from './attack'
import { CONNECTED } from './connected'
import { ALICE_GOES_ON } from './oracles'
import { toTokenEndpoint } from './requests'
import { readsPhotos } from './stolen-token'
import { type AttackTools, EmptyHanded } from './tools'

/** The application's own token request, once more, byte for byte. */
async function replay({ leak }: AttackTools): Promise<HttpRequest> {
  const copied = (await leak('insider')).at(-1)
  if (!copied) throw new EmptyHanded('The application has not sent a token request yet, so there is none to copy.')
  return JSON.parse(copied) as HttpRequest
}

/** The same with another verifier: no valid replay, only noise. */
async function noise(tools: AttackTools): Promise<HttpRequest> {
  const request = await replay(tools)
  const verifier = 'code_verifier=not-the-verifier-that-belongs-to-this-code-at-all'
  const body = request.body ?? ''
  return {
    ...request,
    body: /code_verifier=/.test(body) ? body.replace(/code_verifier=[^&]*/, verifier) : `${body}&${verifier}`,
  }
}

const replayed: ScriptStep = {
  step: 'replayed-token-request',
  phase: 'strike',
  ...toTokenEndpoint,
  move: { with: 'tool', send: replay },
  expects: ['tokens'],
  gains: 'access_token',
  cites: ['rfc6749-4.1.3', 'rfc6749-10.5'],
  words: {
    title: 'Mallory sends the token request again',
    caption:
      'Every byte is as the app sent it: code, verifier and, if it has one, its secret. Only the time is another.',
  },
  reply: {
    title: 'The code works twice',
    caption: 'The server gives tokens once more. Nothing tells the two requests apart but that one came before.',
  },
}

const script = (connected: Script): Script => [...connected, replayed, readsPhotos('answer')]

/** RFC 6749, sections 4.1.2 and 10.5. */
export const codeReplay: Attack = {
  id: 'A-08',
  slug: 'code-replay',
  tier: 1,
  title: 'A code is redeemed a second time',
  summary: 'Mallory copies a token request that has been answered and sends it again, for tokens of her own.',
  attacker: 'An insider who reads what the application sends (its log, its memory), and can send requests herself.',
  defence: 'A code is accepted once: the second request gets invalid_grant, and what the first one got is revoked.',
  cites: ['rfc6749-4.1.2', 'rfc6749-10.5'],
  oracle: 'reads-data',
  switches: { codeSingleUse: false },
  needs: ['code-through-browser', 'user-data-read'],
  on: {
    'authorization-code': {
      cases: [
        {
          id: 'usual',
          title: 'The whole token request is copied, secret included',
          script: script(CONNECTED['authorization-code']),
        },
      ],
    },
    'authorization-code-browser': {
      cases: [
        {
          id: 'usual',
          title: 'The whole token request is copied',
          script: script(CONNECTED['authorization-code-browser']),
        },
      ],
    },
  },
}

const spoiled = (connected: Script): Script => [
  ...connected,
  {
    ...replayed,
    move: { with: 'tool', send: noise },
    expects: ['refusal', 'tokens'],
    gains: undefined,
    words: {
      title: 'Mallory sends it with another verifier',
      caption:
        'Mallory cannot redeem the code, but a server that revokes on any second try would end Alice’s access for her.',
    },
    reply: {
      title: 'Refused, as it should be',
      caption: 'The verifier does not belong to the code. What matters is what happens to Alice’s tokens now.',
    },
  } satisfies ScriptStep,
  { honest: 'resource-request', as: ALICE_GOES_ON, alone: true },
]

/** A server that revokes on replay, and an API that asks it each time: there is something to lose. */
const REVOKING = { usePkce: true, codeSingleUse: true, revokeOnCodeReplay: true, validation: 'introspect' } as const

/** A-08d: the other side of revoking on replay (OAuth 2.1, section 7.5.2). */
export const codeReplayToRevoke: Attack = {
  ...codeReplay,
  id: 'A-08d',
  slug: 'code-replay-to-revoke',
  title: 'A false replay ends somebody’s access',
  summary: 'Mallory sends a used code with a wrong verifier, so that the server revokes what Alice’s app got for it.',
  attacker: 'Somebody who has seen a code, and wants Alice’s app to stop working.',
  defence: 'Only a replay that is otherwise valid counts as one: the verifier is checked before the code’s use.',
  cites: ['oauth21-7.5.2', 'rfc6749-4.1.2'],
  oracle: 'denies-service',
  switches: {},
  on: {
    'authorization-code': {
      policy: REVOKING,
      cases: [
        { id: 'usual', title: 'The used code with a wrong verifier', script: spoiled(CONNECTED['authorization-code']) },
      ],
    },
    'authorization-code-browser': {
      policy: REVOKING,
      cases: [
        {
          id: 'usual',
          title: 'The used code with a wrong verifier',
          script: spoiled(CONNECTED['authorization-code-browser']),
        },
      ],
    },
  },
}
