import 'server-only'
import { world } from './world'

/** Is the attacker's web site another site to a browser, with another host name than the application it attacks? */
export function attackerIsAnotherSite(): boolean {
  const { client, attacker } = world().labs.host.origins('lab')
  return new URL(client).hostname !== new URL(attacker).hostname
}
