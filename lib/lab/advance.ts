import type { StorageReport } from '@/lib/oauth/environment'
import type { Host, Lab } from './lab'
import { tellStoresTheTime } from './stores'

/** Advances the lab's clock, and the stores that keep time by themselves with it; answers the commands that took. */
export function advanceClock(lab: Lab, host: Host, seconds: number): Promise<StorageReport[]> {
  lab.clock.advanced += seconds * 1000
  return tellStoresTheTime(lab, host)
}
