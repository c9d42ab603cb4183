import type { LabInformation } from './contract'
import { type Host, type Lab, labTime } from './lab'

/** A lab as its owner may see it, without secrets that are shown once. */
export function describeLab(lab: Lab, host: Host): LabInformation {
  const { id, origins, clients, users, policy, checksOff, tokenStore, advanced } = lab
  return {
    id,
    issuer: origins.issuer,
    resource: origins.resource,
    app: origins.client,
    clients,
    users,
    policy,
    checksOff: [...checksOff],
    tokenStore,
    clock: { now: labTime(lab, host), advanced },
    head: lab.exchanges.length,
  }
}
