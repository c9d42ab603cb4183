import type { Origins } from '@/lib/oauth/environment'
import type { Report } from '@/lib/oauth/report'

/** What the attacker's web site needs from whoever runs it. It has no store: what reached it is on the lab's record. */
export interface AttackerEnvironment {
  origins: Origins
  /** The lab's clock, milliseconds since the epoch. */
  now(): number
  report(report: Report): void
  /** The network: her server can call what anybody can call. Reaches this lab's parties and nothing else. */
  fetch(request: Request): Promise<Response>
  /** The answers an attack prepared, by path below the site's base: `/prize`. */
  published: Readonly<Record<string, Published>>
  /** What her authorization server writes in the place of an application's parameters, by name. */
  relay: Readonly<Record<string, string>>
}

/** One answer of the attacker's site. */
export interface Published {
  status: number
  headers: readonly (readonly [name: string, value: string])[]
  body: string
}

/** A page the attacker's site always has. */
export type AttackerPage = (request: Request, env: AttackerEnvironment) => Response | Promise<Response>
