import { encodeBase64Url } from '@/lib/oauth/base64url'
import type { HttpRequest } from '@/lib/oauth/http'
import { forgedAssertion, mallorysPublicKey, signedByMallory, TRICKS } from './assertions'
import type { Attack, AttackCase, Script, StepWords } from './attack'
import { provesKey } from './own-key'
import { basic, postForm, toTokenEndpoint } from './requests'
import { readsPhotos } from './stolen-token'
import { type AttackTools, EmptyHanded } from './tools'

/** The directory, as the server knows it. */
const DIRECTORY = 'hr-directory'
const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer'

type Claims = Record<string, unknown>
type Forge = (tools: AttackTools) => Promise<string>

/** What the print shop sent to the token endpoint, copied by somebody inside. */
async function assertionCopied({ leak }: AttackTools): Promise<string> {
  const requests = (await leak('insider')).map((text) => JSON.parse(text) as HttpRequest)
  const assertion = requests.map(({ body }) => new URLSearchParams(body ?? '').get('assertion')).findLast(Boolean)
  if (!assertion) throw new EmptyHanded('No assertion was presented yet that could be copied.')
  return assertion
}

/** What a genuine assertion about Alice says, in the name of this issuer (RFC 7523, section 3). */
function claimsAbout({ now, random, origins }: AttackTools, issuer: string): Claims {
  const iat = Math.floor(now() / 1000)
  return { iss: issuer, sub: 'alice', aud: origins.issuer, iat, exp: iat + 300, jti: encodeBase64Url(random(16)) }
}

const directoryOf = ({ origins }: AttackTools) => `${origins.client}/directory`

const byTrick =
  (id: string): Forge =>
  async (tools) => {
    const trick = TRICKS.find((one) => one.id === id)
    if (!trick) throw new Error(`There is no trick ${id}.`)
    const [publicKey = null] = await tools.publicKeys(DIRECTORY)
    return forgedAssertion(trick, claimsAbout(tools, directoryOf(tools)), { publicKey, now: tools.now() })
  }

/** Mallory presents an assertion about Alice, as her own app, and takes the token for it. */
function presents(forge: Forge, words: StepWords, after?: number): Script {
  return provesKey({
    step: 'abused-assertion-request',
    phase: 'strike',
    ...toTokenEndpoint,
    ...(after !== undefined && { after }),
    move: {
      with: 'tool',
      async send(tools) {
        const assertion = await forge(tools)
        const { origins, app } = tools
        const request = { grant_type: JWT_BEARER, assertion, scope: 'photos.read' }
        return postForm(`${origins.issuer}/token`, request, [basic(app)])
      },
    },
    expects: ['tokens'],
    cites: ['rfc7523-2.1', 'rfc7523-3'],
    words,
    reply: {
      title: 'The server takes the word for it',
      caption: 'Alice was not asked: that is what this grant is for. The token is about her, and it is Mallory’s.',
    },
  })
}

function oneCase(id: string, title: string, forge: Forge, words: StepWords, after?: number): AttackCase {
  return {
    ...{ id, title },
    script: [{ honest: 'staff-photos-request' }, ...presents(forge, words, after), ...provesKey(readsPhotos('answer'))],
  }
}

/** The directory vouches for Alice to a firm that is Mallory's, and Mallory takes that to the server. */
const meantForHerSite: Script = [
  { honest: 'staff-photos-request' },
  {
    step: 'assertion-for-partner',
    phase: 'trap',
    from: 'client',
    to: 'service',
    channel: 'back',
    line: 'POST /assertions',
    move: 'assertion-request-for-partner',
    expects: ['confirmation'],
    cites: ['rfc7523-3', 'rfc7521-3'],
    words: {
      title: 'The shop wants a word for a partner',
      caption:
        'A frame maker works for the print shop, and wants to hear from the directory who orders. It is Mallory’s firm.',
    },
    reply: {
      title: 'The directory vouches for Alice',
      caption: 'The assertion is genuine. Its aud names the partner, so it is good at the partner and nowhere else.',
    },
  },
  {
    step: 'assertion-to-partner',
    phase: 'trap',
    from: 'client',
    to: 'attacker',
    channel: 'back',
    line: 'POST /collect',
    move: 'assertion-to-partner',
    expects: ['confirmation'],
    gains: 'assertion',
    cites: ['rfc7521-8.2'],
    words: {
      title: 'The partner gets the assertion',
      caption: 'The shop hands over what was made for the partner. Nothing is wrong with that.',
    },
  },
  ...presents(({ need }) => Promise.resolve(need('assertion', 'No assertion has come to Mallory’s firm.', 'site')), {
    title: 'Mallory takes it to the server',
    caption:
      'The directory’s signature is good, and Alice is one of its people. Only aud says that it was meant for somebody else.',
  }),
  ...provesKey(readsPhotos('answer')),
]

/** RFC 7523, section 3. */
export const vouchingAbuse: Attack = {
  id: 'A-37',
  slug: 'vouching-abuse',
  tier: 1,
  title: 'A false word about Alice',
  summary:
    'Mallory presents an assertion about Alice that is used, out of date, meant for somebody else or made up, and gets a token for Alice’s photos.',
  attacker: 'The owner of an app that may present assertions; for some cases, somebody who saw one of another app’s.',
  defence:
    'The server takes the word of issuers it was told to trust, about their own people, for itself, for a short time, once.',
  cites: ['rfc7523-3', 'rfc8725-3.8', 'rfc7521-8.2'],
  oracle: 'reads-data',
  switches: { assertionChecks: 'lax' },
  needs: ['assertion-granted'],
  on: {
    'jwt-bearer': {
      setup: {
        issuers: async (origins) => [
          {
            issuer: `${origins.attacker}/people`,
            name: 'Mallory & Partners',
            jwks: { keys: [await mallorysPublicKey()] },
            users: ['mallory'],
            scope: 'photos.read',
          },
        ],
      },
      cases: [
        oneCase('replayed', 'Used a second time', assertionCopied, {
          title: 'Mallory presents the print shop’s assertion',
          caption: 'It is genuine, and was just used by the print shop. Mallory has a copy of that request.',
        }),
        oneCase(
          'expired',
          'Out of date',
          assertionCopied,
          {
            title: 'Mallory presents an old assertion',
            caption: 'It lay in a log for ten minutes. The directory gave it five to live.',
          },
          600,
        ),
        ...TRICKS.map(({ id, label, hope }) =>
          oneCase(id, label, byTrick(id), {
            title: `Forged: ${label}`,
            caption: `It says that the directory vouches for Alice. ${hope}`,
          }),
        ),
        oneCase(
          'unknown-issuer',
          'An issuer that nobody knows',
          (tools) => signedByMallory(claimsAbout(tools, `${tools.origins.attacker}/anybody`)),
          {
            title: 'Mallory vouches for Alice herself',
            caption: 'Anybody can make a key and sign. The signature is a good one; the question is whose word it is.',
          },
        ),
        oneCase(
          'other-company',
          'A trusted issuer, about somebody else’s people',
          (tools) =>
            signedByMallory(claimsAbout(tools, `${tools.origins.attacker}/people`), { alg: 'ES256', kid: 'mallory' }),
          {
            title: 'Mallory’s firm vouches for Alice',
            caption: 'The server trusts Mallory’s firm, too: about its own people. Alice is not one of them.',
          },
        ),
        { id: 'other-audience', title: 'Meant for another server', script: meantForHerSite },
      ],
    },
  },
}
