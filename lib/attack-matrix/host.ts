import { createHash } from 'node:crypto'
import { AUTHORIZATION_SERVER_TABLES } from '@/lib/authorization-server/tables'
import { CLIENT_TABLES } from '@/lib/client/tables'
import type { Backends, Host } from '@/lib/lab/lab'
import type { Origins } from '@/lib/oauth/environment'
import { RESOURCE_SERVER_TABLES } from '@/lib/resource-server/tables'
import { openMemory } from '@/lib/storage/memory'

/** When every run of the matrix begins. */
const BEGINNING = Date.UTC(2026, 0, 1)

export interface MatrixHost extends Host {
  /** What broke, if something did: a run with an entry here counts for nothing. */
  failures: unknown[]
}

/** Where labs of the matrix live: in memory, for one run, with a clock that does not move by itself. */
export async function matrixHost(seed: string, originsOf: (lab: string) => Origins): Promise<MatrixHost> {
  const backends: Backends = {
    authorizationServer: await openMemory('authorization-server', AUTHORIZATION_SERVER_TABLES),
    resourceServer: await openMemory('resource-server', RESOURCE_SERVER_TABLES),
    client: await openMemory('client', CLIENT_TABLES),
  }
  const failures: unknown[] = []
  let drawn = 0
  return {
    wallClock: () => BEGINNING,
    randomBytes: (length) => {
      drawn += 1
      const bytes = createHash('sha512').update(`${seed} ${drawn}`).digest()
      return new Uint8Array(bytes.subarray(0, length))
    },
    origins: originsOf,
    backends: async () => backends,
    logFailure: (_lab, error) => failures.push(error),
    failures,
  }
}
