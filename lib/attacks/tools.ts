import type { Published } from '@/lib/attacker/environment'
import type { Origins } from '@/lib/oauth/environment'
import type { HttpRequest } from '@/lib/oauth/http'
import type { SecretKind } from '@/lib/oauth/secrets'
import type { Exchange } from '@/lib/wire/exchange'

/**
 * Everything Mallory has. There is no way from here to the lab's records but through declared leaks: a request that
 * carries a secret which never reached her is not sent (the fair-play rule).
 */
export interface AttackTools {
  origins: Origins
  /** The lab's clock, milliseconds since the epoch. */
  now(): number
  random(length: number): Uint8Array<ArrayBuffer>
  /** Mallory's account at the authorization server, and the app she registered there. */
  account: { username: string; password: string }
  app: { client_id: string; client_secret: string; redirect_uri: string }
  /** Whether this server gives tokens only to who proves a key: it tells everybody. */
  proofsWanted: boolean
  /** What is public about the application under attack: its id and its registered address. */
  client(clientId: string): { client_id: string; redirect_uri: string; scope: string }
  /** The public keys of an application, by its client id, or of `hr-directory`: public is what they are for. */
  publicKeys(owner: string): Promise<readonly Record<string, unknown>[]>
  /**
   * The newest value of this kind that has reached her, by `where` only if given: her web site, her browser or tool
   * (an answer she got), or a leak. Null when there is none.
   */
  find(kind: SecretKind, where?: Whence): string | null
  /** As `find`. @throws EmptyHanded with `why` when there is none */
  need(kind: SecretKind, why: string, where?: Whence): string
  /** Every message she has sent or received, oldest first. */
  heard(): readonly Exchange[]
  /** Takes from a declared leak what lies there now, as text; what she read is on record from then on. */
  leak(channel: LeakChannel): Promise<string[]>
  /** Puts an answer on her web site. */
  publish(path: string, answer: Published): void
  /** Has her authorization server write these in the place of an application's own parameters. */
  relay(parameters: Readonly<Record<string, string>>): void
  browser: MalloryBrowser
}

export type Whence = 'site' | 'answer' | 'leak'

export interface MalloryBrowser {
  /** Where a redirect she has not followed leads; null when there is none. */
  pending(): string | null
  open(url: string): Promise<HttpRequest>
  follow(): Promise<HttpRequest>
  submit(
    form: string,
    values: Record<string, string | string[]>,
    button?: { name: string; value: string },
  ): Promise<HttpRequest>
}

/** The ways by which something can come to an attacker besides being sent to her (RFC 9700, section 3). */
export const LEAK_CHANNELS = {
  'browser-history': 'The history of the browser, read by a later user of the device',
  'server-log': 'The photo API’s log, read by somebody who may read logs',
  'proxy-log': 'The log of a proxy: addresses with their queries',
  'store-dump': 'A copy of the authorization server’s store',
  'app-store-dump': 'A copy of the application’s store',
  'operating-system': 'The operating system handed the redirect to another app',
  'request-observed': 'The authorization request was seen on the way',
  'response-observed': 'The authorization response was seen on the way',
  'api-traffic': 'What the photo API is sent: somebody got into it, or into the proxy before it',
  'shop-traffic': 'What the print shop is sent: it is Mallory’s own, or she got into it',
  'page-script': 'A script that got into the page of the application: it reads what the page’s own script can read',
  'application-code': 'The code of an application that anybody can download',
  'application-traffic': 'What people send to the application: it is Mallory’s own, or she got into its server',
  insider: 'A copy of the application’s own token request: an insider, an error report, a debugging proxy',
} as const

export type LeakChannel = keyof typeof LEAK_CHANNELS

/** Mallory cannot go on: nothing she could use has reached her. The message is a sentence for people. */
export class EmptyHanded extends Error {
  override readonly name = 'EmptyHanded'
}
