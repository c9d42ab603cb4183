import { labTime } from './clock'
import type { LabInformation } from './contract'
import type { Host, Lab } from './lab'

/** A lab as its owner may see it, without secrets that are shown once. */
export function describeLab(lab: Lab, host: Host): LabInformation {
  const { id, origins, clients, users, policy, checksOff, tokenStore, clientStore } = lab
  return {
    id,
    issuer: origins.issuer,
    resource: origins.resource,
    app: origins.client,
    attacker: origins.attacker,
    clients,
    users,
    policy,
    checksOff: [...checksOff],
    tokenStore,
    clientStore,
    clock: readClock(lab, host),
    head: lab.exchanges.length,
  }
}

/** What the lab's clock shows. */
export function readClock(lab: Lab, host: Host): LabInformation['clock'] {
  return { now: labTime(lab, host), advanced: lab.clock.advanced, waits: lab.clock.stepped }
}
