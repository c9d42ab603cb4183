import type { Report } from './report'

/** Base URLs of a lab's parties, without a trailing slash. Built from configuration, never from a `Host` header. */
export interface Origins {
  /** The authorization server's issuer identifier (RFC 8414, section 2). */
  issuer: string
  /** The resource server's base, which is also its resource identifier (RFC 9728). */
  resource: string
  /** The client applications' base. */
  client: string
  /** The attacker's web site: another site than the others wherever the hosting allows it. */
  attacker: string
  /** The Grant Lab app itself. */
  app: string
}

/**
 * Everything impure a party needs, handed in by whoever runs it. `Store` and `Policy` are the
 * party's own: strangers share the shape, not the contents.
 */
export interface Environment<Store, Policy> {
  lab: string
  store: Store
  /** The lab's clock, in milliseconds since the epoch. Virtual: a learner can advance it. */
  now(): number
  /** Unpredictable bytes (reproducible in a lab that was given a seed). */
  random(length: number): Uint8Array<ArrayBuffer>
  report(report: Report): void
  policy: Policy
  /** Ids of checks the learner has switched off, in this lab only. */
  checksOff: ReadonlySet<string>
  origins: Origins
  /** The network: reaches this lab's parties and nothing else. */
  fetch(request: Request): Promise<Response>
}

export type { Report, SecretReport, StorageReport } from './report'
