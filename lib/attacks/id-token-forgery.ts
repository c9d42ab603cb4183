import { FORGERIES } from '@/lib/token-bench/forge'
import { readToken } from '@/lib/token-bench/read-token'
import type { Attack, AttackCase, HonestStep, Script } from './attack'
import { codeOnItsWay, injectedCallback, looksAround } from './code-injection'
import { editorCodeOnItsWay } from './connected'
import { publicKeys } from './forged-token'
import { aliceApprovesQuiz, aliceOpensQuiz, quizCallback, quizPushes, quizRedeems } from './mallorys-app'
import { malloryStopsBeforeCallback } from './parts'
import { malloryOpensPhotos, mallorySignsIn } from './phone-login'
import { type AttackTools, EmptyHanded } from './tools'

type Claims = Readonly<Record<string, unknown>>

/** Alice uses the app, and has connected her photos to it. */
const aliceUsesApp: readonly HonestStep[] = [
  { honest: 'open-app' },
  { honest: 'authorization-request', decides: 'alice' },
  { honest: 'photos-page' },
]

/** Alice also signs in to the Holiday Quiz, whose ID token says so to Mallory. */
const aliceSignsInToQuiz: Script = [
  quizPushes({ scope: 'openid photos.read' }),
  aliceOpensQuiz({ scope: 'openid photos.read' }),
  aliceApprovesQuiz,
  quizCallback,
  ...quizRedeems({}, 'id_token'),
]

const fetchesPhotos: HonestStep = { honest: 'resource-request', alone: true, as: 'photos-for-mallory' }
const afterLogin: Script = [fetchesPhotos, malloryOpensPhotos]

const NONE = 'No ID token of Alice’s has reached Mallory.'

/** The ID token that Alice's login at the quiz brought, with other claims and by a forger's trick. */
async function forged(tools: AttackTools, trick: string, claims: Claims): Promise<string> {
  const original = readToken(tools.need('id_token', NONE, 'answer'))
  const forgery = FORGERIES.find(({ id }) => id === trick)
  if (original.kind !== 'jwt' || !forgery) throw new EmptyHanded('There is nothing to forge from.')
  const answers = tools.heard().map(({ response }) => response?.body ?? '')
  const keys = answers.map((body) => /^\s*\{\s*"keys"/.test(body) && JSON.parse(body).keys[0]).findLast(Boolean)
  const changed = { ...original, jwt: { ...original.jwt, payload: { ...original.jwt.payload, ...claims } } }
  return forgery.make(changed, { publicKey: keys ?? null, now: tools.now() })
}

function byTrick(trick: string, title: string, caption: string, claims: (tools: AttackTools) => Claims): AttackCase {
  const presents = mallorySignsIn(async (tools) => ({ id_token: await forged(tools, trick, claims(tools)) }), {
    title: 'Mallory signs in with a forgery',
    caption,
  })
  return { id: trick, title, script: [...aliceUsesApp, ...aliceSignsInToQuiz, publicKeys, presents, ...afterLogin] }
}

const forThisApp = ({ client }: AttackTools) => ({ aud: client('photo-editor').client_id })

const forAnotherApp: AttackCase = {
  id: 'another-app',
  title: 'A genuine ID token, for another app',
  script: [
    ...aliceUsesApp,
    ...aliceSignsInToQuiz,
    mallorySignsIn(({ need }) => ({ id_token: need('id_token', NONE, 'answer') }), {
      title: 'Mallory passes the quiz’s ID token on',
      caption: 'The token is genuine: the server signed that Alice is there. It said so to the quiz, not to this app.',
    }),
    ...afterLogin,
  ],
}

const byAnotherIssuer: AttackCase = {
  ...byTrick(
    'own-key',
    'An ID token of Mallory’s own server',
    'Mallory runs a server of her own, with a key of her own. It may say what it likes about its own Alice.',
    (tools) => ({ ...forThisApp(tools), iss: `${tools.origins.attacker}/authorization-server` }),
  ),
  id: 'another-issuer',
}

/** Several audiences are allowed, where `azp` says at whose wish the token was made (OpenID Connect Core, section 2). */
const atAnothersWish: AttackCase = {
  ...byTrick(
    'own-key',
    'Two audiences, made for the other one',
    'The token names this app and the quiz as its audience, and says in azp that the quiz had asked for it.',
    ({ app, client }) => ({ aud: [client('photo-editor').client_id, app.client_id], azp: app.client_id }),
  ),
  id: 'another-party',
}

/** How long after the login the token is found; it lives for ten minutes. */
const TWENTY_MINUTES = 1200

const expired: AttackCase = {
  id: 'expired',
  title: 'A genuine ID token, found twenty minutes later',
  script: [
    ...aliceUsesApp,
    mallorySignsIn(
      async ({ leak, need }) => {
        await leak('app-store-dump')
        return { id_token: need('id_token', 'No ID token lay in the copy.', 'leak') }
      },
      {
        title: 'Mallory signs in with an old token',
        caption:
          'In an old copy of the app’s store Mallory found the ID token of a login of Alice’s. It was good once.',
      },
      { after: TWENTY_MINUTES },
    ),
    ...afterLogin,
  ],
}

const alone = { alone: true } as const

/** Alice's code in Mallory's login: the ID token it brings was asked for by another session. */
const fromAnotherLogin: AttackCase = {
  id: 'another-login',
  title: 'An ID token of another login',
  policy: { usePkce: false, pkce: 'off' },
  script: [
    ...editorCodeOnItsWay,
    ...malloryStopsBeforeCallback,
    injectedCallback(codeOnItsWay),
    { honest: 'token-request', ...alone },
    { honest: 'signing-keys-request', ...alone },
    { honest: 'resource-request', ...alone },
    looksAround,
  ],
}

/** OpenID Connect Core, section 3.1.3.7. */
export const idTokenForgery: Attack = {
  id: 'A-20',
  slug: 'id-token-forgery',
  tier: 1,
  title: 'An ID token that says “Alice”',
  summary:
    'Mallory signs in to the app as Alice, with an ID token that is forged, or genuine and meant for something else.',
  attacker: 'Somebody with an app and a server of her own, who knows how ID tokens are made.',
  defence: 'The app checks issuer, audience, algorithm, signature, time and nonce before it believes a word.',
  cites: ['oidc-core-3.1.3.7', 'oidc-core-16.11', 'rfc8725-3.1'],
  oracle: 'takes-session',
  switches: { checkIdToken: false, useNonce: false },
  needs: ['id-token-issued'],
  on: {
    'openid-connect': {
      cases: [
        forAnotherApp,
        byTrick('none', 'alg: none', 'The token says that it is not signed, and hopes that nobody minds.', forThisApp),
        byTrick(
          'public-key-as-secret',
          'HS256 with the public key',
          'The token asks to be verified with a shared secret, and was signed with the key that everybody can fetch.',
          forThisApp,
        ),
        byTrick(
          'own-key',
          'A key in the header',
          'The token brings along the key it is to be verified with.',
          forThisApp,
        ),
        byTrick('kid', 'A key that is a file', 'The token names the file whose content is to be its key.', forThisApp),
        byAnotherIssuer,
        atAnothersWish,
        expired,
        fromAnotherLogin,
      ],
    },
  },
}
