import type { Channel, Party } from '@/lib/oauth/parties'
import type { SecretKind } from '@/lib/oauth/secrets'
import type { MessageKind } from './fields'
import type { Way } from './secrets'

/**
 * What carries secrets without being a party: the addresses a browser keeps, the `Referer` header, the request lines
 * that servers write down, and whatever a script of the page's origin can read. Nobody listens on the network:
 * outside a lab TLS hides every message from it, so an observer there has no line of its own.
 */
export const CARRIERS = ['history', 'referer', 'server-log', 'page-script'] as const

export type Carrier = (typeof CARRIERS)[number]

export type Holder = Party | Carrier

/** One time somebody, or something, came by a secret. Plain JSON. */
export interface Sighting {
  holder: Holder
  kind: SecretKind
  value: string
  /** Only a hash of it. */
  derived: boolean
  /** `seq` of the exchange; 0: before the first. */
  seq: number
  /** Which of its two messages; null before the first. */
  message: MessageKind | null
  /** It made the secret, a message brought it, or it lay in a place that the browser keeps. */
  by: 'made' | Channel | 'kept'
  /** How it stood in the message; empty for what was made or kept. */
  ways: Way[]
  /** Of a carrier, where: the server that logged it or was sent the `Referer`, the origin whose script can read it, the address. */
  where: string | null
}
