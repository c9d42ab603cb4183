import type { Attack, AttackCase, Script } from './attack'
import { aliceIsLured, forgedCallback } from './parts'
import { type AttackTools, EmptyHanded } from './tools'

/** The address that Alice's browser opened at the server, as somebody saw it pass. */
async function addressOfAlice({ leak }: AttackTools): Promise<URL> {
  const address = (await leak('request-observed')).at(-1)
  if (!address) throw new EmptyHanded('Alice’s browser has not been sent to the server yet.')
  return new URL(address)
}

interface Way {
  /** Parameters set otherwise in the address that Mallory opens. */
  change?(address: URL, tools: AttackTools): void
  /** Seconds that pass before. */
  after?: number
  title: string
  caption: string
}

function swapped({ change, after, title, caption }: Way): Script {
  return [
    { honest: 'authorization-request' },
    {
      step: 'mallory-opens-reference',
      phase: 'trap',
      from: 'attacker',
      to: 'authorization-server',
      channel: 'front',
      line: 'GET /authorize',
      ...(after !== undefined && { after }),
      move: {
        with: 'browser',
        async send(tools) {
          const address = await addressOfAlice(tools)
          change?.(address, tools)
          return tools.browser.open(address.href)
        },
      },
      expects: ['redirect-to-client'],
      decides: 'mallory',
      cites: ['rfc9126-4', 'rfc9126-7.3'],
      words: { title, caption },
      reply: {
        title: 'The answer to Alice’s request is Mallory’s',
        caption: 'The code is for Mallory’s account. State and challenge in it are those of Alice’s browser and app.',
      },
    },
    {
      ...aliceIsLured,
      reply: {
        title: 'The page redirects to the app',
        caption: 'The address is the app’s own callback, with Alice’s own state, and a code for Mallory’s account.',
      },
    },
    {
      ...forgedCallback,
      words: {
        title: 'Alice’s browser delivers Mallory’s code',
        caption:
          'The app waits for an answer to this very request: state and verifier fit. Only who approved was somebody else.',
      },
      reply: {
        title: 'The app takes the code',
        caption: 'All that ties an answer to Alice’s browser fits, because it is an answer to her request.',
      },
    },
    { honest: 'token-request', alone: true },
    { honest: 'resource-request' },
    { honest: 'photos-page' },
  ]
}

const cases: readonly [AttackCase, ...AttackCase[]] = [
  {
    id: 'used-again',
    title: 'The reference is used a second time',
    script: swapped({
      title: 'Mallory opens Alice’s reference',
      caption: 'Alice sits before the login page. Mallory has seen the address, opens it too, and signs in as herself.',
    }),
  },
  {
    id: 'by-another-client',
    title: 'The reference, in another app’s name',
    script: swapped({
      change: (address, { app }) => address.searchParams.set('client_id', app.client_id),
      title: 'Mallory opens it in her app’s name',
      caption: 'The reference is Alice’s app’s; the client_id beside it is that of Mallory’s quiz.',
    }),
  },
  {
    id: 'found-later',
    title: 'The reference, found later',
    script: swapped({
      after: 120,
      title: 'Mallory opens it two minutes later',
      caption: 'Alice went to look for her password. The reference was good for a minute, and for one browser.',
    }),
  },
]

/** RFC 9126, sections 4 and 7.3. */
export const pushedRequestSwap: Attack = {
  id: 'A-41',
  slug: 'pushed-request-swap',
  tier: 1,
  title: 'Somebody else answers Alice’s request',
  summary:
    'Mallory sees the reference to the request that Alice’s app pushed, answers it with her own account, and has Alice’s browser deliver that.',
  attacker: 'Somebody who sees addresses that Alice’s browser opens, and has an account of her own.',
  defence: 'A reference is good for one use, for a minute, and for the client that pushed the request.',
  cites: ['rfc9126-4', 'rfc9126-7.3', 'rfc9126-2.2'],
  oracle: 'plants-session',
  switches: { pushedRequestOnce: false },
  needs: ['request-pushed'],
  on: { 'authorization-code': { policy: { usePar: true, pushedRequests: 'required' }, cases } },
}
