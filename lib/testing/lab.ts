import { AUTHORIZATION_SERVER_TABLES } from '@/lib/authorization-server/tables'
import { CLIENT_TABLES } from '@/lib/client/tables'
import type { CreatedLab, Delivered, DeliverOptions, MoveCall, Prepared } from '@/lib/lab/contract'
import type { LabWishes } from '@/lib/lab/create'
import type { Backends, Host, Lab } from '@/lib/lab/lab'
import { Labs } from '@/lib/lab/labs'
import { receiveFromOutside } from '@/lib/lab/network'
import { partyAt } from '@/lib/lab/parties'
import { labRandom } from '@/lib/lab/random'
import { deliverMove, prepareMove } from '@/lib/lab/stepping'
import { RESOURCE_SERVER_TABLES } from '@/lib/resource-server/tables'
import { originsOf } from '@/lib/server/origins'
import { openMemory } from '@/lib/storage/memory'
import type { OpenBackend } from '@/lib/storage/port'
import { toResponse } from '@/lib/wire/messages'

/** A lab with its real parties, in this process: no socket, a clock that stands still, reproducible randomness. */
export interface TestLab {
  lab: Lab
  created: CreatedLab
  host: Host
  labs: Labs
  /** Failures of the app that were logged. */
  failures: unknown[]
  /** Advances the lab's clock, as the learner does. */
  advance(seconds: number): void
  /** Lets the wall clock go on. */
  wait(seconds: number): void
  prepare(call: MoveCall): Promise<Prepared>
  deliver(call: MoveCall, options?: DeliverOptions): Promise<Delivered>
  /** Sends a request as a stranger would, by absolute URL. Redirects are not followed. */
  fetch(url: string, init?: RequestInit): Promise<Response>
}

interface TestHost {
  open?: OpenBackend
  parties?: 'ports' | 'path'
  /** Another one gives labs other ids: for labs side by side in one store. */
  hostSeed?: string
}

export async function createTestLab(
  wishes: LabWishes = {},
  { open = openMemory, parties = 'ports', hostSeed = 'test host' }: TestHost = {},
): Promise<TestLab> {
  let clock = Date.UTC(2026, 0, 1)
  const failures: unknown[] = []
  const random = labRandom(hostSeed)
  const backends = openBackends(open)
  const memory = openBackends(openMemory)
  const host: Host = {
    wallClock: () => clock,
    randomBytes: (length) => random.bytes(length),
    origins: (id) => originsOf({ appOrigin: 'http://localhost:3000', parties }, id),
    backends: (kind) => (kind === 'memory' ? memory : backends),
    logFailure: (_lab, error) => failures.push(error),
  }
  const labs = new Labs(host, { maxLabs: 10, labIdleMilliseconds: 3_600_000 })
  const created = await labs.create({ seed: 'test lab', ...wishes })
  const lab = labs.open(created.id, created.key)
  return {
    lab,
    created,
    host,
    labs,
    failures,
    advance: (seconds) => {
      lab.clock.advanced += seconds * 1000
    },
    wait: (seconds) => {
      clock += seconds * 1000
    },
    prepare: (call) => prepareMove(lab, host, call),
    deliver: (call, options = {}) => deliverMove(lab, host, call, options),
    fetch: async (url, init) => {
      const party = partyAt(lab, url)
      if (!party) throw new TypeError(`${url} is none of this lab's.`)
      return toResponse(await receiveFromOutside(lab, host, party, new Request(url, init)))
    },
  }
}

async function openBackends(open: OpenBackend): Promise<Backends> {
  return {
    authorizationServer: await open('authorization-server', AUTHORIZATION_SERVER_TABLES),
    resourceServer: await open('resource-server', RESOURCE_SERVER_TABLES),
    client: await open('client', CLIENT_TABLES),
  }
}
