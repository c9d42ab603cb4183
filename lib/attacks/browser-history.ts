import type { HttpRequest } from '@/lib/oauth/http'
import type { Attack, Script, ScriptStep } from './attack'
import { looksAround } from './code-injection'
import { CONNECTED } from './connected'
import { malloryRedeems } from './parts'
import { getWithToken, postForm } from './requests'
import { readsPhotos } from './stolen-token'
import { type AttackTools, EmptyHanded } from './tools'

/** The address in the history that holds an answer with this parameter, newest first. */
async function visited({ leak }: AttackTools, parameter: 'code' | 'access_token'): Promise<URL> {
  const addresses = (await leak('browser-history')).filter((url) => URL.canParse(url)).map((url) => new URL(url))
  const found = addresses.findLast(
    ({ searchParams, hash }) => searchParams.has(parameter) || new URLSearchParams(hash.slice(1)).has(parameter),
  )
  if (found) return found
  const what = parameter === 'code' ? 'a code' : 'a token'
  throw new EmptyHanded(`No address in the history of Alice’s browser has ${what} in it.`)
}

const logsOut: ScriptStep = {
  step: 'alice-logs-out',
  phase: 'trap',
  from: 'browser',
  to: 'client',
  channel: 'front',
  line: 'POST /logout',
  move: 'submit-form',
  input: { form: 'logout', values: {}, button: { name: 'decision', value: 'logout' } },
  human: 'logs out and leaves',
  expects: ['redirect-to-client', 'app-page'],
  cites: ['rfc9700-4.3.1'],
  words: {
    title: 'Alice logs out and goes',
    caption: 'Alice has done what one should do on a borrowed computer. The history of the browser stays behind.',
  },
  reply: {
    title: 'The app has forgotten her session',
    caption: 'Whoever sits down now is nobody to the app.',
  },
}

const reopens: ScriptStep = {
  step: 'reopened-callback',
  phase: 'strike',
  from: 'attacker',
  to: 'client',
  channel: 'front',
  line: 'GET /callback',
  move: { with: 'browser', send: async (tools) => tools.browser.open((await visited(tools, 'code')).href) },
  expects: ['redirect-to-client', 'app-page'],
  cites: ['rfc9700-4.3.1'],
  words: {
    title: 'Mallory opens an address from the history',
    caption: 'Mallory sits down at the same computer, opens the history and clicks the entry with the code in it.',
  },
  reply: {
    title: 'The app takes the answer again',
    caption: 'The app does not ask who brings it. It is about to redeem the code once more, for Mallory’s session.',
  },
}

const alone = { alone: true } as const
const reopened: Script = [
  ...CONNECTED['authorization-code'],
  { honest: 'photos-page' },
  logsOut,
  reopens,
  { honest: 'token-request', ...alone, as: 'second-token-request' },
  { honest: 'resource-request', ...alone, as: 'second-resource-request' },
  looksAround,
]

async function redeemVisited(tools: AttackTools): Promise<HttpRequest> {
  const code = (await visited(tools, 'code')).searchParams.get('code') ?? ''
  const { client_id, redirect_uri } = tools.client('photo-gallery')
  return postForm(`${tools.origins.issuer}/token`, { grant_type: 'authorization_code', code, redirect_uri, client_id })
}

const redeemed: Script = [
  ...CONNECTED['authorization-code-browser'],
  malloryRedeems(
    {
      title: 'Mallory redeems a code from the history',
      caption: 'Mallory opens the history, copies the code out of an address and sends it in. The app has no secret.',
    },
    redeemVisited,
  ),
  readsPhotos('answer'),
]

const usesVisitedToken: ScriptStep = {
  ...readsPhotos('leak'),
  phase: 'strike',
  move: {
    with: 'tool',
    async send(tools) {
      const { hash } = await visited(tools, 'access_token')
      const token = new URLSearchParams(hash.slice(1)).get('access_token') ?? ''
      return getWithToken(`${tools.origins.resource}/photos`, token)
    },
  },
  words: {
    title: 'Mallory takes a token from the history',
    caption: 'The history keeps addresses whole, with what stands behind #. Mallory copies the token out of one.',
  },
}

/** RFC 9700, sections 4.3.1 and 4.3.2. */
export const browserHistory: Attack = {
  id: 'A-06',
  slug: 'browser-history',
  tier: 1,
  title: 'An answer is taken from the browser’s history',
  summary: 'Mallory uses the browser after Alice and finds her code or her token in an address of the history.',
  attacker: 'The next person at the same computer, or a program that reads the browser’s history.',
  defence:
    'The app leaves the address that has the answer in it, a code works once and in its own session, and no token is ever in an address.',
  cites: ['rfc9700-4.3.1', 'rfc9700-4.3.2'],
  oracle: 'reads-data',
  switches: {
    leaveCallback: false,
    codeSingleUse: false,
    checkState: false,
    usePkce: false,
    pkce: 'off',
    implicit: true,
  },
  needs: ['browser-takes-part', 'user-data-read'],
  on: {
    'authorization-code': {
      oracle: 'takes-session',
      cases: [{ id: 'usual', title: 'The callback is opened once more', script: reopened }],
    },
    'authorization-code-browser': {
      cases: [{ id: 'usual', title: 'The code is copied out of the address', script: redeemed }],
    },
    implicit: {
      cases: [
        {
          id: 'usual',
          title: 'The token is copied out of the address',
          script: [...CONNECTED.implicit, usesVisitedToken],
        },
      ],
    },
  },
}
