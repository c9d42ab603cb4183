import type { Attack, AttackCase, Script } from './attack'
import { quizPushes } from './mallorys-app'
import { aliceIsLured, forgedCallback } from './parts'
import { type AttackTools, EmptyHanded } from './tools'

/** The address that Alice's browser opened at the server, as somebody saw it pass. */
async function addressOfAlice({ leak }: AttackTools): Promise<URL> {
  const address = (await leak('request-observed')).at(-1)
  if (!address) throw new EmptyHanded('Alice’s browser has not been sent to the server yet.')
  return new URL(address)
}

/** The address with which Alice’s browser will come, if this server gives out references in a row. */
function guessedAddress({ heard, origins, client }: AttackTools): URL {
  const answers = heard().map(({ response }) => /"request_uri"\s*:\s*"([^"]+)"/.exec(response?.body ?? '')?.[1])
  const own = answers.findLast((one) => one !== undefined)
  if (own === undefined) throw new EmptyHanded('Mallory was given no reference of her own.')
  const address = new URL(`${origins.issuer}/authorize`)
  address.searchParams.set('client_id', client('photo-editor').client_id)
  address.searchParams.set('request_uri', oneBefore(own))
  return address
}

/** The reference before this one: a number one less, or the last character one before in the alphabet. */
function oneBefore(reference: string): string {
  const [beginning = '', number = ''] = reference.split(/(?<=:)(?=\d+$)/)
  if (number !== '') return `${beginning}${Number(number) - 1}`
  return reference.slice(0, -1) + String.fromCharCode((reference.at(-1) ?? '0').charCodeAt(0) - 1)
}

interface Way {
  /** What happens before; left out, Alice’s browser has opened the address, and Mallory has seen it. */
  before?: Script
  /** Left out, the address that was seen. */
  address?(tools: AttackTools): URL | Promise<URL>
  /** Parameters set otherwise in the address that Mallory opens. */
  change?(address: URL, tools: AttackTools): void
  /** Seconds that pass before. */
  after?: number
  title: string
  caption: string
}

function swapped({ before, address: addressed = addressOfAlice, change, after, title, caption }: Way): Script {
  return [
    ...(before ?? [{ honest: 'authorization-request' }]),
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
          const address = await addressed(tools)
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
  {
    id: 'guessed',
    title: 'The reference is guessed',
    script: swapped({
      before: [{ honest: 'par-request' }, { ...quizPushes(), where: 'par-request' }],
      address: guessedAddress,
      title: 'Mallory counts back by one',
      caption:
        'Alice’s app pushed a request a moment ago, and the quiz pushed one after it. Mallory tries the reference before her own.',
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
    'Mallory sees or guesses the reference to the request that Alice’s app pushed, answers it with her own account, and has Alice’s browser deliver that.',
  attacker: 'Somebody who sees addresses that Alice’s browser opens, or guesses them, and has an account of her own.',
  defence:
    'A reference cannot be guessed, and is good for one use, for a minute, and for the client that pushed the request.',
  cites: ['rfc9126-4', 'rfc9126-7.1', 'rfc9126-7.3', 'rfc9126-2.2'],
  oracle: 'plants-session',
  switches: { pushedRequestOnce: false, randomReferences: false },
  needs: ['request-pushed'],
  on: { 'authorization-code': { policy: { usePar: true, pushedRequests: 'required' }, cases } },
}
