import type { Published } from '@/lib/attacker/environment'
import { type BrowserState, newBrowser } from '@/lib/user-agent/browser'

/** What the attacker of a lab has: a browser of her own, a web site, and what leaked to her. Plain data. */
export interface AttackerState {
  browser: BrowserState
  /** What her web site answers, by path below its base. */
  published: Readonly<Record<string, Published>>
  leaks: readonly Leak[]
}

/** The ways by which something can come to an attacker besides being sent to her (RFC 9700, section 3). */
export const LEAK_CHANNELS = {
  'browser-history': "The browser's history, read by a later user of the device",
  'server-log': "The resource server's log, read by whoever may read logs",
  'proxy-log': 'The log of a proxy: addresses, with their queries',
  'store-dump': "A copy of the authorization server's store",
  'app-store-dump': "A copy of the application's store",
  'operating-system': 'The operating system handed the redirect to another app',
  'request-observed': 'The authorization request was seen on the way',
  'application-code': 'The code of an application that anybody can download',
  insider: "The application's own credentials, copied by an insider",
} as const

export type LeakChannel = keyof typeof LEAK_CHANNELS

/** Something that came to the attacker through a declared channel. */
export interface Leak {
  channel: LeakChannel
  /** What she read there, as it stood there. */
  text: string
  /** The exchange she used it for first. */
  seq: number
}

export function newAttacker(): AttackerState {
  return { browser: newBrowser(), published: {}, leaks: [] }
}
