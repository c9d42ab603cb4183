import type { Party } from '@/lib/oauth/parties'

export interface PartyName {
  /** As written on the diagram: `Auth server`. */
  name: string
  /** As spoken in a sentence or a label: `auth server`. */
  short: string
  /** Its role in the words of RFC 6749, section 1.1. */
  role: string
}

export type PartyNames = Readonly<Record<Party, PartyName>>

/** What the cast's clients are called, by client id. */
const CLIENT_NAMES = {
  'photo-editor': { name: 'Photo app', short: 'app' },
  'photo-gallery': { name: 'Photo gallery', short: 'gallery' },
  'drive-desktop': { name: 'Drive desktop', short: 'desktop app' },
  'nightly-backup': { name: 'Nightly backup', short: 'backup job' },
  'living-room-tv': { name: 'Living room TV', short: 'TV' },
  'print-shop': { name: 'Print shop', short: 'print shop' },
} as const

/** What the further server of a flow is called: the print shop, or whoever speaks for its staff where it is the client. */
const SERVICE_NAMES = {
  'print-shop': { name: 'Print shop', short: 'print shop', role: 'Service: API and client' },
  'hr-directory': { name: 'HR directory', short: 'HR directory', role: 'Assertion issuer' },
} as const

/** A client of the cast, by its `client_id`. */
export type CastClientId = keyof typeof CLIENT_NAMES

/** What everybody is called in a flow of `client`. */
export function partyNames(client: CastClientId): PartyNames {
  return {
    user: { name: 'Alice', short: 'Alice', role: 'Resource owner' },
    browser: { name: 'Browser', short: 'browser', role: 'User agent' },
    client: { ...CLIENT_NAMES[client], role: 'Client' },
    service: SERVICE_NAMES[client === 'print-shop' ? 'hr-directory' : 'print-shop'],
    'authorization-server': { name: 'Auth server', short: 'auth server', role: 'Authorization server' },
    'resource-server': { name: 'Photos API', short: 'photos API', role: 'Resource server' },
    attacker: { name: 'Attacker', short: 'attacker', role: 'Nobody invited' },
  }
}

/** Where no flow says otherwise: the names of the photo editor's flows. */
export const PARTY_NAMES: PartyNames = partyNames('photo-editor')

/** `alice` is called Alice. */
export function personName({ username }: { username: string }): string {
  return username.charAt(0).toUpperCase() + username.slice(1)
}
