import { encodeBase64Url } from '@/lib/oauth/base64url'
import type { HttpRequest } from '@/lib/oauth/http'
import type { Party } from '@/lib/oauth/parties'
import type { Exchange } from '@/lib/wire/exchange'
import { toRequest } from '@/lib/wire/messages'
import type { Host, Lab } from './lab'
import { networkOf } from './network'
import type { LabPolicy } from './policy'
import { labRandom } from './random'
import type { Stores } from './state'
import { readStores, writeStores } from './stores'

/** A second lab, in memory, that stands exactly where a learner's lab stands now. */
export interface ThrowawayCopy {
  /** The rows of the learner's lab, as read from where they really are. */
  stores: Stores
  /**
   * Sends a request to one of the copy's servers. Answers the exchange as recorded, with those its receiver made
   * meanwhile.
   *
   * @throws TypeError when the URL is none of the lab's
   */
  send(from: Party, request: HttpRequest): Promise<{ exchange: Exchange; inner: Exchange[] }>
  /** Puts the copy back to where it began. */
  reset(): Promise<void>
}

/**
 * Lets somebody try things on a copy of a lab: the same rows, keys, clock, policy and URLs, its own store and record.
 * No code is used up and nothing is recorded in the learner's lab. The copy is forgotten afterwards.
 *
 * @param changes switches that stand otherwise in the copy
 */
export async function withCopy<Result>(
  lab: Lab,
  host: Host,
  work: (copy: ThrowawayCopy) => Promise<Result>,
  changes: Partial<LabPolicy> = {},
): Promise<Result> {
  const stores = await readStores(lab, host)
  const backends = await host.backends('memory')
  const position = lab.random.position()
  const copy: Lab = {
    ...lab,
    id: `${lab.id} copy ${encodeBase64Url(host.randomBytes(9))}`,
    policy: { ...lab.policy, ...changes },
    checksOff: new Set(lab.checksOff),
    clock: { ...lab.clock },
    backends,
    ...{ exchanges: [], timeline: [], checkpoints: [], held: null, queue: Promise.resolve() },
  }
  const reset = async () => {
    Object.assign(copy, { random: labRandom(lab.seed, position), keySet: lab.keySet, exchanges: [] })
    await writeStores(copy, host, stores)
  }
  const send: ThrowawayCopy['send'] = async (from, request) => {
    const exchanges: Exchange[] = []
    await networkOf(copy, host, null, false, exchanges)(from, toRequest(request))
    const exchange = exchanges.at(-1)
    if (!exchange) throw new Error('The message was delivered and left no record.')
    return { exchange, inner: exchanges.slice(0, -1) }
  }
  try {
    await reset()
    return await work({ stores, send, reset })
  } finally {
    const { authorizationServer, resourceServer, client } = backends
    await Promise.all([authorizationServer.drop(copy.id), resourceServer.drop(copy.id), client.drop(copy.id)])
  }
}
