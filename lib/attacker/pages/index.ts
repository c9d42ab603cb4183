import type { AttackerEnvironment } from '../environment'

/** A page the attacker's site always has. */
export type AttackerPage = (request: Request, env: AttackerEnvironment) => Response | Promise<Response>

/** The standing pages, by path below the site's base. */
export const PAGES: Readonly<Record<string, AttackerPage>> = {}
