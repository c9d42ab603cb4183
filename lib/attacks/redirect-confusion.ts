import type { HttpRequest } from '@/lib/oauth/http'
import type { Attack, ScriptStep, Variant } from './attack'
import { authorizeUrl, WITHOUT_CHALLENGE } from './authorize-url'
import { type AttackedClient, aliceIsSentToAsk, answerArrives, forgedRequest, looselyRegistered } from './lures'
import { type RedirectPayload, redirectPayloads } from './redirect-payloads'
import type { AttackTools } from './tools'

/** Parameters that ask for a token instead of a code. */
const FOR_TOKEN = { ...WITHOUT_CHALLENGE, response_type: 'token' }

type Changes = Readonly<Record<string, string | null>>

/** All spellings as requests, in the order of the list; everything else in them is as it should be. */
async function requests(tools: AttackTools, client: AttackedClient, changes: Changes): Promise<string[]> {
  const request = await authorizeUrl(tools, client, { ...changes, redirect_uri: null })
  return redirectPayloads(tools.origins, client).map((payload) => spelled(request, payload))
}

function spelled(request: string, { parameters }: RedirectPayload): string {
  const url = new URL(request)
  for (const [name, value] of parameters) url.searchParams.append(name, value)
  return url.href
}

const asPage = (url: string): HttpRequest => ({ method: 'GET', url, headers: [['accept', 'text/html']], body: null })

function probes(client: AttackedClient, changes: Changes): ScriptStep {
  return {
    step: 'probes',
    phase: 'trap',
    from: 'attacker',
    to: 'authorization-server',
    channel: 'back',
    line: 'GET /authorize',
    move: {
      with: 'tool',
      send: async (tools) => asPage((await requests(tools, client, changes))[0] ?? ''),
      others: async (tools) => (await requests(tools, client, changes)).slice(1).map(asPage),
    },
    expects: ['redirect-to-client', 'confirmation', 'refusal'],
    regardless: true,
    cites: ['rfc9700-4.1', 'rfc3986-6.2.1'],
    words: {
      title: 'Mallory tries many spellings',
      caption:
        'One request for each way to write an address that has fooled some server. An error page says no; anything else says yes.',
    },
    reply: {
      title: 'Mallory knows which ones pass',
      caption: 'No account was needed to find out. Read the messages inside this one: one for each spelling.',
    },
  }
}

/**
 * The spelling worth sending Alice with: the first that the server took and that browsers read as an address of
 * Mallory's; where there is none, the first of the list, to see it refused.
 */
async function bestOf(tools: AttackTools, client: AttackedClient, changes: Changes): Promise<string> {
  const all = await requests(tools, client, changes)
  const taken = tools.heard().flatMap(({ request, response }) => (response && response.status < 400 ? request.url : []))
  const good = all.find((url) => taken.includes(url) && leadsToMallory(tools, url))
  return good ?? all[0] ?? ''
}

function leadsToMallory({ origins }: AttackTools, url: string): boolean {
  const target = new URL(url).searchParams.getAll('redirect_uri').at(-1) ?? ''
  return URL.canParse(target) && new URL(target).href.startsWith(`${origins.attacker}/`)
}

const asks = forgedRequest(
  {
    title: 'The best spelling is used on Alice',
    caption:
      'Alice’s browser brings the request with the spelling that worked, or, if none did, the first of the list.',
  },
  {
    title: 'The answer leaves the app’s address',
    caption: 'The server compared one reading of the address; the browser goes by another, and goes to Mallory.',
  },
)

const arrives = answerArrives({
  title: 'Alice’s browser follows',
  caption: 'It goes where it was told to go. What the app should have got is now Mallory’s.',
})

function against(client: AttackedClient, changes: Changes = {}): Variant {
  return {
    setup: looselyRegistered(client),
    cases: [
      {
        id: 'usual',
        title: 'A list of spellings',
        script: [probes(client, changes), aliceIsSentToAsk((tools) => bestOf(tools, client, changes)), asks, arrives],
      },
    ],
  }
}

/** RFC 9700, section 4.1. */
export const redirectConfusion: Attack = {
  id: 'A-04',
  slug: 'redirect-confusion',
  tier: 1,
  title: 'Many spellings of one redirect address',
  summary:
    'Mallory sends the auth server dozens of spellings of redirect_uri, and uses the first that it takes for the app’s and a browser for hers.',
  attacker: 'Somebody who can send requests, and has a web page that Alice visits.',
  defence: 'Two strings are compared before anybody parses them: there is one spelling, the registered one.',
  cites: ['rfc9700-4.1', 'rfc9700-4.1.3', 'rfc3986-6.2.1'],
  oracle: 'answer-to-mallory',
  switches: { redirectMatching: 'prefix', implicit: true },
  needs: ['browser-takes-part', 'user-signs-in'],
  on: {
    'authorization-code': against('photo-editor'),
    'authorization-code-browser': against('photo-gallery'),
    implicit: against('photo-gallery', FOR_TOKEN),
  },
}
