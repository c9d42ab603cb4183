import type { HttpRequest } from '@/lib/oauth/http'
import type { Attack, AttackCase, Script, Variant } from './attack'
import { CONNECTED } from './connected'
import { presentation } from './stolen-token'
import { type AttackTools, EmptyHanded } from './tools'

/** What Mallory makes of a copied API request. */
type Trick = (copied: HttpRequest) => HttpRequest

const without = (request: HttpRequest, ...names: string[]): HttpRequest => ({
  ...request,
  headers: request.headers.filter(([name]) => !names.includes(name)),
})

const TRICKS: readonly [id: string, title: string, caption: string, trick: Trick][] = [
  [
    'replayed',
    'The whole request again',
    'Mallory sends the copied request again, with the same proof.',
    (copied) => copied,
  ],
  [
    'as-bearer',
    'As a bearer token',
    'Mallory leaves the proof out and calls the token a bearer token.',
    (copied) => {
      const headers = without(copied, 'dpop').headers
      return {
        ...copied,
        headers: headers.map(([name, value]) => [
          name,
          name === 'authorization' ? value.replace(/^DPoP /, 'Bearer ') : value,
        ]),
      }
    },
  ],
  [
    'other-address',
    'The proof for another address',
    'The proof was made for one address. Mallory uses it for the same, with something after it.',
    (copied) => ({ ...copied, url: `${copied.url}?sort=date` }),
  ],
]

async function send({ leak }: AttackTools, trick: Trick): Promise<HttpRequest> {
  const copied = (await leak('api-traffic')).at(-1)
  if (!copied) throw new EmptyHanded('The API has been sent nothing that could be copied.')
  return trick(JSON.parse(copied) as HttpRequest)
}

type BoundGrant = 'authorization-code' | 'client-credentials'

function script(grant: BoundGrant, caption: string, trick: Trick): Script {
  return [
    ...CONNECTED[grant],
    {
      ...presentation(grant).read,
      phase: 'strike',
      after: 5,
      move: { with: 'tool', send: (tools) => send(tools, trick) },
      cites: ['rfc9449-4.3', 'rfc9449-11.1'],
      words: { title: 'Mallory uses the copied request', caption },
      reply: {
        title: 'The API serves Mallory',
        caption: 'The proof said that somebody holds the key. It did not say that this is the one.',
      },
    },
  ]
}

function against(grant: BoundGrant): Variant {
  const cases = TRICKS.map(
    ([id, title, caption, trick]): AttackCase => ({ id, title, script: script(grant, caption, trick) }),
  )
  return {
    policy: { useDpop: true, senderConstrained: 'dpop' },
    cases: cases as [AttackCase, ...AttackCase[]],
  }
}

/** RFC 9449, sections 4.3 and 11. */
export const proofMisused: Attack = {
  id: 'A-47',
  slug: 'proof-misused',
  tier: 1,
  title: 'A copied proof is used again',
  summary: 'Mallory copies an API request, bound token, proof and all, and tries what a copy of a proof is good for.',
  attacker: 'Somebody who sees what the API is sent, but has no key of the application’s.',
  defence: 'Each proof is for one request: one method, one address, one token, one moment, and it is taken once.',
  cites: ['rfc9449-4.3', 'rfc9449-11.1'],
  oracle: 'reads-data',
  switches: { strictDpop: false },
  needs: ['key-bound-token'],
  on: {
    'authorization-code': against('authorization-code'),
    'client-credentials': { oracle: 'reads-usage', ...against('client-credentials') },
  },
}
