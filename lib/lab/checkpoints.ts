import type { Host, Lab } from './lab'
import { labRandom } from './random'
import { LabRefusal } from './refusal'
import type { Stores } from './state'
import { shareTables, tellStoresTheTime, writeStores } from './stores'

export function takeCheckpoint(lab: Lab, seq: number, stores: Stores): void {
  const { browser, keySet, policy, checksOff, random } = lab
  const { advanced, waited } = lab.clock
  lab.checkpoints.push({
    seq,
    stores: shareTables(stores, lab.checkpoints.at(-1)?.stores),
    browser,
    clock: { advanced, waited },
    position: random.position(),
    keySet,
    policy,
    checksOff: [...checksOff],
  })
}

/**
 * Puts the lab back to where it stood right after an exchange of the player; what came later is forgotten, and the
 * next secrets are those that would have come then.
 *
 * @param at `seq` of the exchange; 0 for the lab as it was made
 * @throws LabRefusal 404 when nothing was kept for it
 */
export async function restoreLab(lab: Lab, host: Host, at: number): Promise<void> {
  const found = lab.checkpoints.findLast((checkpoint) => checkpoint.seq === at)
  if (!found) {
    const kept = lab.checkpoints.map(({ seq }) => seq).join(', ')
    throw new LabRefusal(404, `There is no state to go back to after message ${at}. There is one after ${kept}.`)
  }
  await writeStores(lab, host, found.stores)
  const { browser, clock, position, keySet, policy, checksOff } = found
  Object.assign(lab, { browser, keySet, policy, checksOff: new Set(checksOff), held: null })
  Object.assign(lab.clock, clock)
  lab.random = labRandom(lab.seed, position)
  lab.exchanges = lab.exchanges.filter(({ seq, parent }) => seq <= at || parent === at)
  lab.nextSeq = Math.max(at, ...lab.exchanges.map(({ seq }) => seq)) + 1
  lab.checkpoints = lab.checkpoints.filter(({ seq }) => seq <= at)
  lab.timeline = lab.timeline.filter(({ seq }) => seq <= at)
  await tellStoresTheTime(lab, host)
}
