import type { HttpRequest } from '@/lib/oauth/http'
import type { Attack, AttackCase, Script, ScriptStep } from './attack'
import { WITHOUT_CHALLENGE } from './authorize-url'
import { CONNECTED } from './connected'
import {
  aliceApprovesQuiz,
  aliceOpensQuiz,
  quizCallback,
  quizConnected,
  quizPushes,
  quizReadsFragment,
  quizRedeems,
} from './mallorys-app'
import { BEYOND_SCOPE } from './oracles'
import { provesKey } from './own-key'
import { basic, getWithToken, postForm } from './requests'
import { type AttackTools, EmptyHanded } from './tools'

/** What Alice, or the server's operator, never allowed. */
const WIDER = 'photos.read usage.read'

/** A part of the API that only `usage.read` opens. */
const beyond: Script = provesKey({
  step: BEYOND_SCOPE,
  phase: 'damage',
  from: 'attacker',
  to: 'resource-server',
  channel: 'back',
  line: 'GET /usage',
  move: {
    with: 'tool',
    send: ({ need, origins }) =>
      getWithToken(`${origins.resource}/usage`, need('access_token', 'Mallory has no token.')),
  },
  expects: ['confirmation', 'resource'],
  cites: ['rfc6749-3.3', 'rfc6750-3.1'],
  words: {
    title: 'Mallory asks for more than was allowed',
    caption: 'Photos may be read, nothing was said of the drive’s figures. Mallory asks for these.',
  },
  reply: {
    title: 'The API answers',
    caption: 'The scope in the token says that she may. The server put it there, because she asked.',
  },
})

function atTokenEndpoint(
  step: string,
  words: ScriptStep['words'],
  send: (tools: AttackTools) => HttpRequest | Promise<HttpRequest>,
): ScriptStep {
  return {
    ...{ step, phase: 'strike', from: 'attacker', to: 'authorization-server', channel: 'back', line: 'POST /token' },
    move: { with: 'tool', send },
    expects: ['tokens'],
    cites: ['rfc6749-3.3', 'rfc6749-6'],
    words,
  }
}

const asked = (script: Script): AttackCase => ({
  id: 'asked-for',
  title: 'Asked for at the beginning',
  script: [...script, ...beyond],
})

const cases: readonly [AttackCase, ...AttackCase[]] = [
  asked([
    quizPushes({ scope: WIDER }),
    aliceOpensQuiz({ scope: WIDER }),
    aliceApprovesQuiz,
    quizCallback,
    ...quizRedeems(),
  ]),
  {
    id: 'at-the-token-request',
    title: 'Added when the code is redeemed',
    script: [
      quizPushes(),
      aliceOpensQuiz(),
      aliceApprovesQuiz,
      quizCallback,
      ...quizRedeems({ scope: WIDER }),
      ...beyond,
    ],
  },
  {
    id: 'at-the-refresh',
    title: 'Added at a refresh',
    script: [
      ...quizConnected,
      ...provesKey(
        atTokenEndpoint(
          'wider-refresh',
          {
            title: 'The quiz refreshes for more',
            caption: 'Mallory’s app refreshes its tokens, and asks for a scope that Alice was never shown.',
          },
          ({ need, origins, app }) =>
            postForm(
              `${origins.issuer}/token`,
              {
                grant_type: 'refresh_token',
                refresh_token: need('refresh_token', 'No refresh token was given to the quiz.'),
                scope: WIDER,
              },
              [basic(app)],
            ),
        ),
      ),
      ...beyond,
    ],
  },
]

/** The desktop app's own request, with more in it. */
async function widerPasswordRequest({ leak }: AttackTools): Promise<HttpRequest> {
  const copied = (await leak('insider')).at(-1)
  if (!copied) throw new EmptyHanded('The application has not sent a token request yet.')
  const request = JSON.parse(copied) as HttpRequest
  const body = new URLSearchParams(request.body ?? '')
  body.set('scope', WIDER)
  return { ...request, body: body.toString() }
}

/** RFC 6749, section 3.3. */
export const scopeUpgrade: Attack = {
  id: 'A-34',
  slug: 'scope-upgrade',
  tier: 1,
  title: 'An app asks for more, and gets it',
  summary:
    'Mallory’s app asks for a scope that it was not registered for and that nobody agreed to, wherever scope can be asked for.',
  attacker: 'The owner of a registered app.',
  defence: 'No scope beyond what the client may have and the user agreed to is ever granted.',
  cites: ['rfc6749-3.3', 'rfc6749-6'],
  oracle: 'exceeds-scope',
  switches: { capScope: false, implicit: true, passwordGrant: true },
  needs: ['access-token-used'],
  on: {
    'authorization-code': { cases },
    'authorization-code-browser': { cases },
    implicit: {
      cases: [
        asked([
          aliceOpensQuiz({ ...WITHOUT_CHALLENGE, response_type: 'token', scope: WIDER }),
          aliceApprovesQuiz,
          quizCallback,
          quizReadsFragment,
        ]),
      ],
    },
    password: {
      cases: [
        asked([
          ...CONNECTED.password,
          atTokenEndpoint(
            'wider-password-request',
            {
              title: 'The desktop app asks for more',
              caption:
                'Somebody inside sends the app’s own request again, with a scope the app was never registered for.',
            },
            widerPasswordRequest,
          ),
        ]),
      ],
    },
    'client-credentials': {
      cases: [
        asked([
          ...CONNECTED['client-credentials'],
          ...provesKey(
            atTokenEndpoint(
              'wider-own-request',
              {
                title: 'Mallory’s app asks for itself',
                caption: 'Mallory’s app asks for a token of its own, with the scope of the backup job.',
              },
              ({ origins, app }) =>
                postForm(`${origins.issuer}/token`, { grant_type: 'client_credentials', scope: 'usage.read' }, [
                  basic(app),
                ]),
            ),
          ),
        ]),
      ],
    },
  },
}
