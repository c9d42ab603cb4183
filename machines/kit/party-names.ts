import type { Party } from '@/lib/oauth/parties'

export interface PartyName {
  /** As written on the diagram: `Auth server`. */
  name: string
  /** As spoken in a sentence or a label: `auth server`. */
  short: string
  /** Its role in the words of RFC 6749, section 1.1. */
  role: string
}

export const PARTY_NAMES: Readonly<Record<Party, PartyName>> = {
  user: { name: 'User', short: 'user', role: 'Resource owner' },
  browser: { name: 'Browser', short: 'browser', role: 'User agent' },
  client: { name: 'Photo app', short: 'app', role: 'Client' },
  'authorization-server': { name: 'Auth server', short: 'auth server', role: 'Authorization server' },
  'resource-server': { name: 'Photos API', short: 'photos API', role: 'Resource server' },
  attacker: { name: 'Attacker', short: 'attacker', role: 'Nobody invited' },
}

/** `alice` is called Alice. */
export function personName({ username }: { username: string }): string {
  return username.charAt(0).toUpperCase() + username.slice(1)
}
