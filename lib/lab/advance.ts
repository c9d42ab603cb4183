import type { Backend, Tables } from '@/lib/storage/port'
import { labTime } from './clock'
import type { Host, Lab } from './lab'

/** Advances the lab's clock; stores that count by themselves (Redis) are told. */
export async function advanceClock(lab: Lab, host: Host, seconds: number): Promise<void> {
  lab.clock.advanced += seconds * 1000
  const { authorizationServer, resourceServer, client } = lab.backends
  await Promise.all([tell(lab, host, authorizationServer), tell(lab, host, resourceServer), tell(lab, host, client)])
}

function tell<T extends Tables>(lab: Lab, host: Host, backend: Backend<T>): Promise<void> {
  return backend.open({ lab: lab.id, now: () => labTime(lab, host), report: () => {} }).clockAdvanced()
}
