import { labTime } from './clock'
import type { Point } from './contract'
import type { Host, Lab } from './lab'
import { labRandom } from './random'
import type { Stores, World } from './state'
import { shareTables, tellStoresTheTime, writeStores } from './stores'

/** Keeps the world as it is now, for going back to it; a message that is prepared again takes the place of itself. */
export function takeCheckpoint(lab: Lab, host: Host, { seq, phase }: Point, stores: Stores): void {
  const before = lab.checkpoints.at(-1)?.stores
  const others = lab.checkpoints.filter((other) => other.seq !== seq || other.phase !== phase)
  const world = worldOf(lab, host, shareTables(stores, before))
  lab.checkpoints = [...others, { seq, phase, nextSeq: lab.nextSeq, ...world }]
}

/** The lab's world, with the rows as they were just read. */
export function worldOf(lab: Lab, host: Host, stores: Stores): World {
  const { browser, attacker, keySet, policy, checksOff, random, held } = lab
  return {
    ...{ stores, browser, attacker, keySet, policy },
    clock: { now: labTime(lab, host), advanced: lab.clock.advanced },
    position: random.position(),
    checksOff: [...checksOff],
    held: held && { ...held },
  }
}

/**
 * Puts the servers, the browser and the clock back to where they stood; the next secrets are those that would have
 * come then. When a store cannot be written, everything stays as it is.
 *
 * @param now the rows as they are, to put back when that fails
 */
export async function enterWorld(lab: Lab, host: Host, world: World, now: Stores): Promise<void> {
  const { browser, attacker, keySet, policy, checksOff, position, held } = world
  const clock = { ...lab.clock }
  // First the clock: a store that counts time by itself keeps only rows that have not expired on it.
  setClock(lab, host, world.clock)
  try {
    await writeStores(lab, host, world.stores)
    await tellStoresTheTime(lab, host)
  } catch (error) {
    Object.assign(lab.clock, clock)
    await writeStores(lab, host, now).catch((second) => host.logFailure(lab.id, second))
    throw error
  }
  Object.assign(lab, { browser, attacker, keySet, policy, checksOff: new Set(checksOff), held: held && { ...held } })
  lab.random = labRandom(lab.seed, position)
}

/** However long somebody read since, the lab's time is again what it was. */
function setClock(lab: Lab, host: Host, { now, advanced }: World['clock']): void {
  const wall = host.wallClock()
  Object.assign(lab.clock, { advanced, waited: wall + advanced - now, activeAt: wall })
}
