import type { Origins, SecretReport } from '@/lib/oauth/environment'
import { header } from '@/lib/oauth/http'
import type { Exchange } from '@/lib/wire/exchange'

/** What a run left behind, for whoever decides whether the attack succeeded. */
export interface Evidence {
  exchanges: readonly Exchange[]
  /** Random values that only their owners may read, by owner. */
  canaries: Readonly<Record<string, string>>
  /** Whether a value has reached Mallory, by the bytes of the messages and leaks. */
  knows(value: string): boolean
  /** Every secret of the lab. */
  secrets: readonly SecretReport[]
  origins: Origins
}

/** The exchange that proves it; null when it did not happen. */
type Oracle = (evidence: Evidence) => number | null

/**
 * What counts as success. Each reads what really happened (the canary in an answer), never what a server said it
 * did. `title` completes “The attack succeeds when ...”.
 */
export const ORACLES = {
  'reads-data': {
    title: 'Mallory receives an answer with Alice’s own data',
    proof: ({ exchanges, canaries }) =>
      find(exchanges, (one) => receivedByMallory(one).some((text) => text.includes(canaries.alice ?? NEVER))),
  },
  'reads-usage': {
    title: 'Mallory receives an answer with the figures of the whole drive',
    proof: ({ exchanges, canaries }) =>
      find(exchanges, (one) => receivedByMallory(one).some((text) => text.includes(canaries.usage ?? NEVER))),
  },
  'writes-data': {
    title: 'something Mallory wrote stands among Alice’s data',
    proof: ({ exchanges, canaries }) =>
      find(
        exchanges,
        ({ to, request, response }) =>
          to === 'resource-server' &&
          request.method === 'GET' &&
          (response?.body?.includes(canaries.alice ?? NEVER) ?? false) &&
          (response?.body?.includes(MALLORY_WAS_HERE) ?? false),
      ),
  },
  'takes-session': {
    title: 'the application shows Mallory’s browser Alice’s data',
    proof: ({ exchanges, canaries }) =>
      find(
        exchanges,
        ({ from, to, response }) =>
          from === 'attacker' && to === 'client' && (response?.body?.includes(canaries.alice ?? NEVER) ?? false),
      ),
  },
  'plants-session': {
    title: 'Alice’s browser works in Mallory’s account: the application shows her Mallory’s data',
    proof: ({ exchanges, canaries }) =>
      find(
        exchanges,
        ({ from, to, response }) =>
          from === 'browser' &&
          (to === 'client' || to === 'resource-server') &&
          (response?.body?.includes(canaries.mallory ?? NEVER) ?? false),
      ),
  },
  'learns-credential': {
    title: 'Mallory knows Alice’s password or an application’s secret',
    proof: ({ exchanges, secrets, knows }) => {
      const credentials = secrets.filter(
        ({ kind, madeBy }) => madeBy !== 'attacker' && (kind === 'password' || kind === 'client_secret'),
      )
      return credentials.some(({ value }) => knows(value)) ? lastOf(exchanges) : null
    },
  },
  'holds-live-token': {
    title: 'a minute after the end, the API still takes a token of Alice’s from Mallory',
    proof: ({ exchanges, canaries }) =>
      find(
        exchanges,
        ({ from, to, step, response }) =>
          from === 'attacker' &&
          to === 'resource-server' &&
          step === A_MINUTE_LATER &&
          [canaries.alice, canaries.usage].some((canary) => response?.body?.includes(canary ?? NEVER)),
      ),
  },
  'redirects-to-mallory': {
    title: 'an honest server sends Alice’s browser to Mallory’s site without Alice having been asked',
    proof: ({ exchanges, origins }) =>
      find(
        exchanges,
        ({ from, to, response }) =>
          from === 'browser' &&
          to === 'authorization-server' &&
          ((response && header(response, 'location')) ?? '').startsWith(origins.attacker),
      ),
  },
  'answer-to-mallory': {
    title: 'the authorization server sends Alice’s code or token to Mallory’s site',
    proof: ({ exchanges, origins }) =>
      find(exchanges, ({ from, to, response }) => {
        const location = (response && header(response, 'location')) ?? ''
        const answered = /[?&#](code|access_token)=/.test(location)
        return from === 'browser' && to === 'authorization-server' && answered && leadsTo(location, origins.attacker)
      }),
  },
  'reaches-inside': {
    title: 'the authorization server fetches an address from inside the network for Mallory',
    proof: ({ exchanges, origins }) =>
      find(
        exchanges,
        ({ from, request }) =>
          from === 'authorization-server' && request.url.startsWith(`${origins.resource}/internal`),
      ),
  },
  'exceeds-scope': {
    title: 'the API does for Mallory what nobody has allowed her',
    proof: ({ exchanges }) =>
      find(
        exchanges,
        ({ from, to, step, response }) =>
          from === 'attacker' &&
          to === 'resource-server' &&
          (step === BEYOND_SCOPE || step === againOf(BEYOND_SCOPE)) &&
          (response?.status ?? 500) < 300,
      ),
  },
  'redeems-twice': {
    title: 'one code gives two sets of tokens',
    proof: ({ exchanges }) => {
      const redeemed = exchanges.filter(
        ({ request, response }) =>
          (response?.body ?? '').includes('"access_token"') &&
          (request.body ?? '').includes('grant_type=authorization_code'),
      )
      return redeemed.length > 1 ? (redeemed.at(-1)?.seq ?? null) : null
    },
  },
  'denies-service': {
    title: 'Alice’s own use of the application fails',
    proof: ({ exchanges }) => find(exchanges, ({ step, outcome }) => step === ALICE_GOES_ON && outcome === 'refused'),
  },
} as const satisfies Record<string, { title: string; proof: Oracle }>

export type OracleId = keyof typeof ORACLES

/** What Mallory writes, where she can write. */
export const MALLORY_WAS_HERE = 'Mallory was here'
/** Step that tries a stolen token once more when the dust has settled. */
export const A_MINUTE_LATER = 'a-minute-later'
/** Step that asks the API for what was never allowed. */
export const BEYOND_SCOPE = 'request-beyond-scope'
/** Slug of the step that makes `step` once more, with the nonce its receiver demanded. */
export const againOf = (step: string) => `${step}-again`
/** Step in which Alice goes on with what she was doing. */
export const ALICE_GOES_ON = 'alice-goes-on'

/** No message contains it. */
const NEVER = '\u0000'

function find(exchanges: readonly Exchange[], test: (exchange: Exchange) => boolean): number | null {
  return exchanges.find(test)?.seq ?? null
}

/** As a browser reads the address. */
function leadsTo(location: string, base: string): boolean {
  return URL.canParse(location) && new URL(location).href.startsWith(`${base}/`)
}

function lastOf(exchanges: readonly Exchange[]): number | null {
  return exchanges.at(-1)?.seq ?? null
}

/** Bodies that came to Mallory: answers to what she sent, and what was sent to her site. */
function receivedByMallory({ from, to, request, response }: Exchange): string[] {
  if (from === 'attacker') return [response?.body ?? '']
  return to === 'attacker' ? [request.body ?? ''] : []
}
