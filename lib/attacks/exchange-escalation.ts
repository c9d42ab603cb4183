import type { HttpRequest } from '@/lib/oauth/http'
import type { Attack, AttackCase, HonestStep, ScriptStep, StepWords } from './attack'
import { quizConnected } from './mallorys-app'
import { BEYOND_SCOPE } from './oracles'
import { basic, getWithToken, postForm, toTokenEndpoint } from './requests'
import { readsPhotos } from './stolen-token'
import { type AttackTools, EmptyHanded } from './tools'

const TOKEN_EXCHANGE = 'urn:ietf:params:oauth:grant-type:token-exchange'
const ACCESS_TOKEN_TYPE = 'urn:ietf:params:oauth:token-type:access_token'

/** The print shop takes only tokens that were made for it: else there would be nothing to exchange. */
const ONE_RESOURCE = { audience: true } as const

type Subject = (tools: AttackTools) => string | Promise<string>

/** Alice orders prints, and the print shop exchanges her token. */
const printsOrdered: readonly HonestStep[] = [
  { honest: 'authorization-request', decides: 'alice' },
  { honest: 'exchange-request' },
]

/** The token that the print shop was called with, from a copy of its own exchange. */
const shopsSubject: Subject = async ({ leak }) => {
  const requests = (await leak('insider')).map((text) => JSON.parse(text) as HttpRequest)
  const token = requests.map(({ body }) => new URLSearchParams(body ?? '').get('subject_token')).findLast(Boolean)
  if (!token) throw new EmptyHanded('The print shop has exchanged no token yet that could be copied.')
  return token
}

/** The token that Alice gave to Mallory's own app. */
const ownToken: Subject = ({ need }) => need('access_token', 'Alice gave no token to Mallory’s app.', 'answer')

function exchanges(subject: Subject, scope: string, words: StepWords, after?: number): ScriptStep {
  return {
    step: 'escalating-exchange',
    phase: 'strike',
    ...toTokenEndpoint,
    ...(after !== undefined && { after }),
    move: {
      with: 'tool',
      async send(tools) {
        const { origins, app } = tools
        const request = {
          ...{ grant_type: TOKEN_EXCHANGE, subject_token: await subject(tools) },
          ...{ subject_token_type: ACCESS_TOKEN_TYPE, resource: origins.resource, scope },
        }
        return postForm(`${origins.issuer}/token`, request, [basic(app)])
      },
    },
    expects: ['tokens'],
    cites: ['rfc8693-2.1', 'rfc8693-5'],
    words,
    reply: {
      title: 'Mallory has a token for the drive',
      caption: 'It is new, it is about Alice, and it was made for Mallory’s app. Nobody had asked Alice for this one.',
    },
  }
}

/** Mallory asks the drive for what Alice never allowed the quiz. */
const beyond: ScriptStep = {
  ...readsPhotos('answer'),
  step: BEYOND_SCOPE,
  line: 'GET /usage',
  move: {
    with: 'tool',
    send: ({ need, origins }) =>
      getWithToken(`${origins.resource}/usage`, need('access_token', 'Mallory has no token.', 'answer')),
  },
  expects: ['confirmation', 'resource'],
  words: {
    title: 'Mallory asks for more than was allowed',
    caption: 'Alice let the quiz read photos. The exchanged token is shown where another scope is needed.',
  },
  reply: {
    title: 'The API answers',
    caption: 'The scope stands in the token, because Mallory asked for it in the exchange and nobody compared.',
  },
}

const stray: AttackCase = {
  id: 'stray-token',
  title: 'A token that was made for another service',
  script: [
    ...printsOrdered,
    exchanges(shopsSubject, 'photos.read', {
      title: 'Mallory exchanges the shop’s token',
      caption:
        'The token was made for the print shop, and can do nothing elsewhere. Mallory’s app asks for one that opens the drive.',
    }),
    readsPhotos('answer'),
  ],
}

const late: AttackCase = {
  id: 'expired-token',
  title: 'A token that has expired',
  script: [
    ...printsOrdered,
    exchanges(
      shopsSubject,
      'photos.read',
      {
        title: 'Mallory exchanges a token that is over',
        caption: 'The token has expired a while ago. If it could still be exchanged, it would never end.',
      },
      86_460,
    ),
    readsPhotos('answer'),
  ],
}

const refresh: AttackCase = {
  id: 'refresh-token',
  title: 'A refresh token, called an access token',
  script: [
    ...printsOrdered,
    exchanges(
      async ({ leak, need }) => {
        await leak('app-store-dump')
        return need('refresh_token', 'No refresh token lay in the copy.', 'leak')
      },
      'photos.read',
      {
        title: 'Mallory exchanges a refresh token',
        caption:
          'Mallory found the photo editor’s refresh token in a copy of its store. For a refresh she would have to be the photo editor.',
      },
    ),
    readsPhotos('answer'),
  ],
}

/** RFC 8693, section 5. */
export const exchangeEscalation: Attack = {
  id: 'A-38',
  slug: 'exchange-escalation',
  tier: 1,
  title: 'A small token becomes a big one',
  summary:
    'Mallory’s app exchanges a token that strayed to her, or her own, for one that opens what the first one did not.',
  attacker: 'The owner of a registered app, to whom a token of another service has come.',
  defence:
    'Only services on the list exchange, only tokens that were made for them, for targets and scopes they may have.',
  cites: ['rfc8693-5', 'rfc8693-2.2.2', 'rfc8693-4.4'],
  oracle: 'reads-data',
  switches: { tokenExchange: 'any', capScope: false },
  needs: ['token-exchanged'],
  on: { 'token-exchange': { policy: ONE_RESOURCE, cases: [stray, late, refresh] } },
}

/** A-38a: the same with a token of her own app, for more scope (RFC 8693, section 2.1.1). */
export const exchangeForMoreScope: Attack = {
  ...exchangeEscalation,
  id: 'A-38a',
  slug: 'exchange-for-more-scope',
  title: 'An exchange that adds scope',
  summary: 'Mallory’s app exchanges the token that Alice gave it for one with a scope that Alice never allowed.',
  attacker: 'The owner of a registered app that Alice has connected.',
  defence: 'An exchanged token allows no more than the token it was made from, and only what its client may have.',
  cites: ['rfc8693-2.1.1', 'rfc8693-5'],
  oracle: 'exceeds-scope',
  on: {
    'token-exchange': {
      policy: ONE_RESOURCE,
      cases: [
        {
          id: 'wider-scope',
          title: 'Her own token, for more scope',
          script: [
            ...quizConnected,
            exchanges(ownToken, 'photos.read usage.read', {
              title: 'The quiz exchanges its token for more',
              caption: 'Alice let the quiz read photos. In the exchange it asks for the drive’s figures, too.',
            }),
            beyond,
          ],
        },
      ],
    },
  },
}

/** A-38d: the same by a service that the token does not name as its actor (RFC 8693, section 4.4). */
export const exchangeByAnotherActor: Attack = {
  ...exchangeEscalation,
  id: 'A-38d',
  slug: 'exchange-by-another-actor',
  title: 'Another app acts in the shop’s place',
  summary:
    'Mallory’s app belongs to the same API as the print shop, and exchanges a token that only the print shop may act with.',
  attacker: 'The owner of an app that was registered for the print shop’s API, to whom a token of the shop’s has come.',
  defence: 'The token says in may_act who may act with it, and only services on the list exchange.',
  cites: ['rfc8693-4.4', 'rfc8693-5'],
  on: {
    'token-exchange': {
      policy: ONE_RESOURCE,
      setup: { appServes: 'print-shop' },
      cases: [
        {
          id: 'usual',
          title: 'A token that names another actor',
          script: [
            ...printsOrdered,
            exchanges(shopsSubject, 'photos.read', {
              title: 'Mallory’s app acts for Alice',
              caption:
                'The app was registered as a helper of the print shop’s, so the token was made for it, too. Only may_act names the shop alone.',
            }),
            readsPhotos('answer'),
          ],
        },
      ],
    },
  },
}
