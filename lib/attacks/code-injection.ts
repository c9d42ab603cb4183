import type { Attack, Script, ScriptStep } from './attack'
import { editorCodeOnItsWay } from './connected'
import { malloryStopsBeforeCallback } from './parts'
import { type AttackTools, EmptyHanded } from './tools'

/**
 * Mallory follows an answer of her own, with another code in it.
 *
 * @param code where she has Alice's from
 */
export const injectedCallback = (code: (tools: AttackTools) => string | Promise<string>): ScriptStep => ({
  step: 'injected-callback',
  phase: 'strike',
  from: 'attacker',
  to: 'client',
  channel: 'front',
  line: 'GET /callback',
  move: {
    with: 'browser',
    async send(tools) {
      const answer = tools.browser.pending()
      if (!answer) throw new EmptyHanded('Mallory has no answer of her own into which a code could be put.')
      const url = new URL(answer)
      url.searchParams.set('code', await code(tools))
      return tools.browser.open(url.href)
    },
  },
  expects: ['redirect-to-client', 'app-page'],
  cites: ['rfc9700-4.5'],
  words: {
    title: 'Mallory puts in Alice’s code',
    caption: 'Mallory follows her own answer, state and all, but with Alice’s code in the place of hers.',
  },
  reply: {
    title: 'The app takes the answer',
    caption: 'The state is right: Mallory herself began this. The app now goes to redeem the code.',
  },
})

/** The code that is on its way to the app at this moment. */
export async function codeOnItsWay({ leak, need }: AttackTools): Promise<string> {
  await leak('response-observed')
  return need('authorization_code', 'No code of Alice’s was on its way.', 'leak')
}

/** Mallory looks at what the application shows her browser. */
export const looksAround: ScriptStep = {
  step: 'mallory-sees-photos',
  phase: 'damage',
  from: 'attacker',
  to: 'client',
  channel: 'front',
  line: 'GET /photos',
  move: { with: 'browser', send: ({ browser, origins }) => browser.open(`${origins.client}/photos`) },
  expects: ['app-page'],
  cites: ['rfc9700-4.5'],
  words: {
    title: 'Mallory opens the app',
    caption: 'Mallory looks at the photos that the app has fetched for her session.',
  },
  reply: {
    title: 'The app shows her Alice’s photos',
    caption: 'Her session at the app now holds Alice’s tokens. Mallory never saw them, and does not need to.',
  },
}

const alone = { alone: true } as const
const script: Script = [
  ...editorCodeOnItsWay,
  ...malloryStopsBeforeCallback,
  injectedCallback(codeOnItsWay),
  { honest: 'token-request', ...alone },
  { honest: 'resource-request', ...alone },
  looksAround,
]

/** RFC 9700, section 4.5. */
export const codeInjection: Attack = {
  id: 'A-12',
  slug: 'code-injection',
  tier: 1,
  title: 'Alice’s code goes into Mallory’s session',
  summary:
    'Mallory puts a code made for Alice into her own answer, so that the app fetches Alice’s data into Mallory’s session.',
  attacker:
    'Somebody who sees authorization responses on their way, but cannot redeem a code herself: the app has a secret.',
  defence: 'With PKCE a code can only be redeemed with the verifier of the session that asked for it.',
  cites: ['rfc9700-4.5', 'rfc9700-2.1.1'],
  oracle: 'takes-session',
  switches: { usePkce: false, pkce: 'off' },
  needs: ['code-through-browser', 'user-data-read', 'client-authenticates'],
  on: { 'authorization-code': { cases: [{ id: 'usual', title: 'The code is put into the address', script }] } },
}
