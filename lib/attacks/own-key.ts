import { prove } from '@/lib/oauth/dpop/prove'
import { type HttpRequest, header } from '@/lib/oauth/http'
import { type P256Key, p256Key } from '@/lib/oauth/p256'
import type { ScriptStep } from './attack'
import { againOf } from './oracles'
import type { AttackTools } from './tools'

/**
 * Mallory's own app has a key like any other: where the server gives tokens only to who proves one, it is no obstacle
 * to her. What stops her must be something else.
 */

/** A step sent by her own app: with proofs where the server wants them, and once more with the server's nonce. */
export function provesKey(step: ScriptStep): [first: ScriptStep, again: ScriptStep] {
  const { move } = step
  if (typeof move === 'string') throw new Error(`${step.step} is no request of Mallory’s own making.`)
  const { after: _once, sets: _before, ...again } = step
  const { send, atOnce } = move
  const proven = {
    ...move,
    send: async (tools: AttackTools) => withProof(tools, await send(tools)),
    // A proof is taken once: requests that race each need their own.
    ...(atOnce !== undefined && {
      atOnce: 1,
      others: (tools: AttackTools) =>
        Promise.all(Array.from({ length: atOnce - 1 }, async () => withProof(tools, await send(tools)))),
    }),
  }
  return [
    { ...step, move: proven, expects: [...step.expects, 'nonce-demanded'] },
    {
      ...again,
      step: againOf(step.step),
      retry: true,
      move: proven,
      words: {
        title: 'The same, with the server’s nonce',
        caption:
          'The server wants a nonce of its own in the proof, and has just said which. Mallory signs another one: the key is hers.',
      },
    },
  ]
}

/** The request with a proof of her key; as it was, where the server gives tokens to anybody. */
async function withProof(tools: AttackTools, request: HttpRequest): Promise<HttpRequest> {
  if (!tools.proofsWanted) return request
  const token = /^Bearer (.+)$/.exec(header(request, 'authorization') ?? '')?.[1] ?? null
  const nonces = tools
    .heard()
    .filter(({ from, request: sent }) => from === 'attacker' && serverOf(tools, sent) === serverOf(tools, request))
    .map(({ response }) => (response ? header(response, 'dpop-nonce') : null))
  const nonce = nonces.findLast((one) => one !== null) ?? null
  const saying = { key: await malloryKey(), now: tools.now(), id: tools.random(16), token, nonce }
  const headers = request.headers.map(([name, value]): [string, string] => [
    name,
    name === 'authorization' ? value.replace(/^Bearer /, 'DPoP ') : value,
  ])
  return { ...request, headers: [...headers, ['dpop', await prove(request, saying)]] }
}

let key: Promise<P256Key> | null = null

/** Hers, and in no lab anybody else's. */
function malloryKey(): Promise<P256Key> {
  key ??= p256Key(new TextEncoder().encode('mallory-mallory-mallory-mallory-'))
  return key
}

/** Base URL of the server that a request goes to: each gives out nonces of its own. */
function serverOf({ origins }: AttackTools, { url }: HttpRequest): string {
  return url.startsWith(`${origins.resource}/`) ? origins.resource : origins.issuer
}
