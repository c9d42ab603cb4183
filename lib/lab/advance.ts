import type { Host, Lab } from './lab'
import { tellStoresTheTime } from './stores'

/** Advances the lab's clock, and the stores that keep time by themselves with it. */
export async function advanceClock(lab: Lab, host: Host, seconds: number): Promise<void> {
  lab.clock.advanced += seconds * 1000
  await tellStoresTheTime(lab, host)
}
