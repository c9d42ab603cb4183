import type { HttpRequest } from '@/lib/oauth/http'
import { FORGERIES, type Forgery } from '@/lib/token-bench/forge'
import { readToken } from '@/lib/token-bench/read-token'
import type { Attack, AttackCase, Script, ScriptStep, Variant } from './attack'
import { MALLORYS_VERIFIER } from './authorize-url'
import { CONNECTED } from './connected'
import { addressForHerApp, quizPushes } from './mallorys-app'
import { provesKey } from './own-key'
import { basic, getWithToken, postForm, toTokenEndpoint } from './requests'
import { readsPhotos, readsUsage } from './stolen-token'
import { type AttackTools, EmptyHanded } from './tools'

type Claims = Record<string, unknown>

/** Mallory's own token, from which she works: she signs in as herself, to her own app. */
const herOwnToken: Script = [
  quizPushes(),
  {
    step: 'mallory-asks',
    phase: 'trap',
    from: 'attacker',
    to: 'authorization-server',
    channel: 'front',
    line: 'GET /authorize',
    move: { with: 'browser', send: async (tools) => tools.browser.open(await addressForHerApp(tools)) },
    expects: ['redirect-to-client'],
    decides: 'mallory',
    cites: ['rfc6749-4.1.1'],
    words: {
      title: 'Mallory connects her own app',
      caption: 'Mallory wants a good token of her own, to have something to work from.',
    },
  },
  ...ownTokenRequest(({ need, app }) => ({
    grant_type: 'authorization_code',
    code: need('authorization_code', 'No code was made for Mallory.', 'answer'),
    redirect_uri: app.redirect_uri,
    code_verifier: MALLORYS_VERIFIER,
  })),
]

function ownTokenRequest(parameters: (tools: AttackTools) => Record<string, string>): Script {
  return provesKey({
    step: 'own-token-request',
    phase: 'trap',
    ...toTokenEndpoint,
    move: {
      with: 'tool',
      send: (tools) => postForm(`${tools.origins.issuer}/token`, parameters(tools), [basic(tools.app)]),
    },
    expects: ['tokens'],
    cites: ['rfc9068-2.2'],
    words: {
      title: 'Mallory gets a token of her own',
      caption: 'The token is a good one, signed by the server. It says that Mallory may use the API as Mallory.',
    },
  })
}

export const publicKeys: ScriptStep = {
  step: 'keys-fetched',
  phase: 'trap',
  from: 'attacker',
  to: 'authorization-server',
  channel: 'back',
  line: 'GET /jwks',
  move: {
    with: 'tool',
    send: ({ origins }) => ({
      method: 'GET',
      url: `${origins.issuer}/jwks`,
      headers: [['accept', 'application/json']],
      body: null,
    }),
  },
  expects: ['confirmation'],
  cites: ['rfc7517-5'],
  words: {
    title: 'Mallory fetches the server’s public keys',
    caption: 'They are public: with them anybody can check a signature, and nobody can make one.',
  },
}

/** The token with `claims` in it, by this trick. */
async function forged({ heard, now }: AttackTools, { make }: Forgery, claims: Claims): Promise<string> {
  const answers = heard().map(({ response }) => response?.body ?? '')
  const token = answers
    .map((body) => /"access_token"\s*:\s*"([^"]+)"/.exec(body)?.[1])
    .findLast((one) => one !== undefined)
  const original = readToken(token ?? '')
  if (original.kind !== 'jwt')
    throw new EmptyHanded('Tokens here are random strings: there is nothing in them to forge.')
  const keys = answers.map((body) => /^\s*\{\s*"keys"/.test(body) && JSON.parse(body).keys[0]).findLast(Boolean)
  const changed = { ...original, jwt: { ...original.jwt, payload: { ...original.jwt.payload, ...claims } } }
  return make(changed, { publicKey: keys ?? null, now: now() })
}

const TRICKS = ['none', 'public-key-as-secret', 'own-key', 'kid']

function against(connected: Script, own: Script, read: ScriptStep, path: string, claims: Claims): Variant {
  const [first, ...others] = FORGERIES.filter(({ id }) => TRICKS.includes(id)).map(
    (forgery): AttackCase => ({
      id: forgery.id,
      title: forgery.label,
      script: [
        ...connected,
        ...own,
        publicKeys,
        ...provesKey({
          ...read,
          step: 'forged-token-request',
          phase: 'strike',
          move: {
            with: 'tool',
            send: async (tools): Promise<HttpRequest> =>
              getWithToken(`${tools.origins.resource}${path}`, await forged(tools, forgery, claims)),
          },
          cites: forgery.cites,
          words: { title: `Forged: ${forgery.label}`, caption: forgery.hope },
        }),
      ],
    }),
  )
  if (!first) throw new Error('There is no way to forge a token.')
  return { policy: { accessTokenFormat: 'jwt' }, cases: [first, ...others] }
}

const asAlice = (connected: Script) => against(connected, herOwnToken, readsPhotos(), '/photos', { sub: 'alice' })

/** RFC 9068, section 4; RFC 8725, sections 2 and 3. */
export const forgedToken: Attack = {
  id: 'A-49',
  slug: 'forged-token',
  tier: 1,
  title: 'A token that nobody signed',
  summary:
    'Mallory takes a good token of her own, writes Alice’s name into it, and tries every way around the signature.',
  attacker: 'Anybody who has a token of this server, and knows how tokens are made.',
  defence:
    'The API takes the algorithm and the key from what it knows of the server, never from the token, and checks the signature.',
  cites: ['rfc9068-4', 'rfc8725-3.1'],
  oracle: 'reads-data',
  switches: { strictJwt: false, validation: 'local', implicit: true, passwordGrant: true },
  needs: ['jwt-access-token'],
  on: {
    'authorization-code': asAlice(CONNECTED['authorization-code']),
    'authorization-code-browser': asAlice(CONNECTED['authorization-code-browser']),
    implicit: asAlice(CONNECTED.implicit),
    password: asAlice(CONNECTED.password),
    'client-credentials': {
      oracle: 'reads-usage',
      ...against(
        CONNECTED['client-credentials'],
        ownTokenRequest(() => ({ grant_type: 'client_credentials' })),
        readsUsage(),
        '/usage',
        { scope: 'usage.read' },
      ),
    },
  },
}
