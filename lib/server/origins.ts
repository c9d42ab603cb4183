import type { Origins } from '@/lib/oauth/environment'
import type { Config } from './config'

/** Ports of the parties, counted from the app's own. */
export const PARTY_PORTS = {
  'authorization-server': 1,
  'resource-server': 2,
  client: 3,
  attacker: 4,
} as const

/**
 * Base URLs of a lab's parties: the only place where one is built.
 *
 * On ports, the client's path differs from the authorization server's: cookies do not know ports
 * (RFC 6265, section 8.5), so it is the path that keeps one party's cookies from the other.
 */
export function originsOf(config: Pick<Config, 'appOrigin' | 'parties'>, lab: string): Origins {
  const { appOrigin: app } = config
  if (config.parties === 'path') {
    return {
      app,
      issuer: `${app}/as/${lab}`,
      resource: `${app}/rs/${lab}`,
      client: `${app}/client/${lab}`,
      attacker: `${app}/attacker/${lab}`,
    }
  }
  const at = (party: keyof typeof PARTY_PORTS) => {
    const url = new URL(app)
    url.port = String(Number(url.port || (url.protocol === 'https:' ? 443 : 80)) + PARTY_PORTS[party])
    return url.origin
  }
  return {
    app,
    issuer: `${at('authorization-server')}/${lab}`,
    resource: `${at('resource-server')}/${lab}`,
    client: `${at('client')}/client/${lab}`,
    attacker: `${attackerOrigin(at('attacker'))}/${lab}`,
  }
}

/**
 * The attacker's pages must come from another *site* than the servers they attack, or cookies and browsers would not
 * tell them apart: the loopback address has another host name than `localhost`, and leads to the same machine.
 */
function attackerOrigin(origin: string): string {
  const url = new URL(origin)
  if (url.hostname === 'localhost') url.hostname = '127.0.0.1'
  return url.origin
}
