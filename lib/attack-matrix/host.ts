import { createHash } from 'node:crypto'
import { type AttackPlan, findPlan } from '@/lib/attacks'
import { AUTHORIZATION_SERVER_TABLES } from '@/lib/authorization-server/tables'
import { CLIENT_TABLES } from '@/lib/client/tables'
import { createLab, type LabWishes, policyFor } from '@/lib/lab/create'
import type { Backends, Host, Lab } from '@/lib/lab/lab'
import type { LabPolicy } from '@/lib/lab/policy'
import { type LabTemplate, templateOf } from '@/lib/lab/template'
import type { Origins } from '@/lib/oauth/environment'
import { RESOURCE_SERVER_TABLES } from '@/lib/resource-server/tables'
import { openMemory } from '@/lib/storage/memory'

/** When every run of the matrix begins. */
const BEGINNING = Date.UTC(2026, 0, 1)

export interface MatrixHost extends Host {
  /** What broke, if something did: a run with an entry here counts for nothing. */
  failures: unknown[]
  /** A lab that nobody else uses; such as have been made before are copied. */
  lab(wishes: LabWishes): Promise<Lab>
  /** Forgets the rows of a lab whose run is over. */
  release(lab: Lab): Promise<void>
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
  const host: Host = {
    wallClock: () => BEGINNING,
    randomBytes: (length) => {
      drawn += 1
      const bytes = createHash('sha512').update(`${seed} ${drawn}`).digest()
      return new Uint8Array(bytes.subarray(0, length))
    },
    origins: originsOf,
    // Signing in is most of what is done here, and no attack of the matrix guesses passwords.
    passwordIterations: 1,
    backends: async () => backends,
    logFailure: (_lab, error) => failures.push(error),
  }
  const templates = new Map<string, Promise<LabTemplate>>()
  const lab = async (wishes: LabWishes): Promise<Lab> => {
    const all: LabWishes = { tokenStore: 'memory', seed, ...wishes, watched: false }
    const plan = wishes.attack ? findPlan(wishes.attack) : null
    const policy = policyFor(plan, wishes.policy)
    if (wishes.moves || plan?.setup.before) return (await createLab(host, all)).lab
    const key = templateKey(plan, policy)
    const known = templates.get(key) ?? createLab(host, all).then((made) => templateOf(made.lab, host))
    templates.set(key, known)
    return (await known).copy({ policy, checksOff: wishes.checksOff ?? [], plan })
  }
  const release = async ({ id }: Lab): Promise<void> => {
    const { authorizationServer, resourceServer, client } = backends
    await Promise.all([authorizationServer.drop(id), resourceServer.drop(id), client.drop(id)])
  }
  return { ...host, failures, lab, release }
}

/** Labs with the same key begin alike: registration depends on nothing else. */
function templateKey(plan: AttackPlan | null, { preset, authentication, signingAlgorithm }: LabPolicy): string {
  const otherSetup = plan && Object.keys(plan.setup).length > 0 ? `${plan.attack.slug} ${plan.grant}` : null
  return JSON.stringify([preset, authentication, signingAlgorithm, plan !== null, otherSetup])
}
