import { encodeBase64Url } from '@/lib/oauth/base64url'
import type { HttpRequest } from '@/lib/oauth/http'
import type { Forgery } from '@/lib/token-bench/forge'
import { forgedAssertion, signedByMallory, TRICKS } from './assertions'
import type { Attack, AttackCase, Script, ScriptStep, StepWords } from './attack'
import { CONNECTED, editorCodeOnItsWay } from './connected'
import { postForm, toTokenEndpoint } from './requests'
import { readsPhotos, readsUsage } from './stolen-token'
import { type AttackTools, EmptyHanded } from './tools'

const BACKUP = 'nightly-backup'
const EDITOR = 'photo-editor'

type Forge = (tools: AttackTools, clientId: string) => Promise<string>
type Grant = (tools: AttackTools) => Promise<Record<string, string>>

/** What an assertion of this client's own would say (RFC 7523, section 3). */
function claimsOf({ now, random, origins }: AttackTools, clientId: string): Record<string, unknown> {
  const iat = Math.floor(now() / 1000)
  const jti = encodeBase64Url(random(16))
  return { iss: clientId, sub: clientId, aud: origins.issuer, iat, exp: iat + 60, jti }
}

const byTrick =
  (id: string, without?: string): Forge =>
  async (tools, clientId) => {
    const trick = TRICKS.find((one) => one.id === id)
    if (!trick) throw new Error(`There is no trick ${id}.`)
    const [publicKey = null] = await tools.publicKeys(clientId)
    const { [without ?? '']: _, ...claims } = claimsOf(tools, clientId)
    return forgedAssertion(trick, claims, { publicKey, now: tools.now() })
  }

/** Signed well, with a key of her own, by herself about somebody else. */
const aboutAnother: Forge = (tools, clientId) =>
  signedByMallory({ ...claimsOf(tools, clientId), iss: tools.app.client_id })

/** One that the client made itself, from a copy of its own token request. */
const copied: Forge = async ({ leak }) => {
  const requests = (await leak('insider')).map((text) => JSON.parse(text) as HttpRequest)
  const assertion = requests.map(({ body }) => new URLSearchParams(body ?? '').get('client_assertion')).at(-1)
  if (!assertion) throw new EmptyHanded('The application has signed nothing yet that could be copied.')
  return assertion
}

function asksAs(clientId: string, grant: Grant, forge: Forge, words: StepWords, after?: number): ScriptStep {
  return {
    step: 'forged-assertion-request',
    phase: 'strike',
    ...toTokenEndpoint,
    ...(after !== undefined && { after }),
    move: {
      with: 'tool',
      send: async (tools) =>
        postForm(`${tools.origins.issuer}/token`, {
          ...(await grant(tools)),
          client_id: clientId,
          client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
          client_assertion: await forge(tools, clientId),
        }),
    },
    expects: ['tokens'],
    cites: ['rfc7523-2.2', 'rfc7523-3'],
    words,
    reply: {
      title: 'The server takes her for the app',
      caption:
        'The assertion says whom it comes from, and the server believed it. The tokens in this answer are the app’s.',
    },
  }
}

const forgedCases = (
  clientId: string,
  before: Script,
  grant: Grant,
  read: ScriptStep,
  tricks: readonly Forgery[] = TRICKS,
): AttackCase[] =>
  tricks.map(({ id, label, hope }) => {
    const words = { title: `Forged: ${label}`, caption: `She signs for the app without its key. ${hope}` }
    return { id, title: label, script: [...before, asksAs(clientId, grant, byTrick(id), words), read] }
  })

const itself: Grant = async () => ({ grant_type: 'client_credentials', scope: 'usage.read' })

/** A code that was read on its way (RFC 9700, section 4.5): worth something only to who can pass for the app. */
const withCode: Grant = async ({ leak, need, client }) => {
  await leak('response-observed')
  const code = need('authorization_code', 'No code was on its way that could be read.', 'leak')
  return { grant_type: 'authorization_code', code, redirect_uri: client(EDITOR).redirect_uri }
}

function otherCase(id: string, title: string, forge: Forge, words: StepWords, after?: number): AttackCase {
  const strike = asksAs(BACKUP, itself, forge, words, after)
  return { id, title, script: [...CONNECTED['client-credentials'], strike, readsUsage('answer')] }
}

/** The others are tried where nothing but the assertion is needed: with client credentials. */
const WITHOUT_SIGNATURE_OR_KEY = TRICKS.filter(({ id }) => id === 'none' || id === 'own-key')
const editors = forgedCases(EDITOR, editorCodeOnItsWay, withCode, readsPhotos('answer'), WITHOUT_SIGNATURE_OR_KEY)
const [editorsFirst, ...editorsOthers] = editors
if (!editorsFirst) throw new Error('There is no way to forge an assertion.')

/** RFC 7523, section 3; RFC 8725. */
export const clientAssertionForgery: Attack = {
  id: 'A-35',
  slug: 'client-assertion-forgery',
  tier: 1,
  title: 'An app’s signature, forged',
  summary:
    'Mallory passes for an app that proves itself with signed assertions: she forges one, bends one, or uses one again.',
  attacker: 'Anybody who knows the app’s client_id; for some cases, somebody who saw one of its requests.',
  defence:
    'The server takes algorithm and key from the registration, and checks who signed, for whom, for how long, and whether it is the first time.',
  cites: ['rfc7523-3', 'rfc8725-3.1', 'rfc8725-3.10'],
  oracle: 'reads-data',
  switches: { strictAssertions: false },
  needs: ['client-authenticates-by-key'],
  on: {
    'authorization-code': { policy: { authentication: 'private_key_jwt' }, cases: [editorsFirst, ...editorsOthers] },
    'client-credentials': {
      oracle: 'reads-usage',
      policy: { authentication: 'private_key_jwt' },
      cases: [
        otherCase('replayed', 'Used a second time', copied, {
          title: 'Mallory sends the app’s own assertion',
          caption:
            'It is genuine: the app signed it a moment ago, for one request. Mallory has a copy of that request.',
        }),
        ...forgedCases(BACKUP, CONNECTED['client-credentials'], itself, readsUsage('answer')),
        otherCase('other-client', 'Her own key, about another client', aboutAnother, {
          title: 'Mallory signs about another client',
          caption: 'Her signature is a good one, and iss is her own app. Only sub names the backup job.',
        }),
        otherCase('without-audience', 'For nobody in particular (no aud)', byTrick('none', 'aud'), {
          title: 'Mallory leaves out for whom it is',
          caption: 'An assertion without aud would do at any server, also at one that Mallory got it from.',
        }),
        otherCase(
          'expired',
          'Out of date',
          copied,
          {
            title: 'Mallory sends an old assertion',
            caption: 'It lay in a log for ten minutes. The app gave it one minute to live.',
          },
          600,
        ),
      ],
    },
  },
}
