import type { Published } from '@/lib/attacker/environment'
import type { AttackPlan } from '@/lib/attacks'
import type { LeakChannel } from '@/lib/attacks/tools'
import { type BrowserState, newBrowser } from '@/lib/user-agent/browser'

/** Mallory's side of a lab: plain data. */
export interface AttackerState {
  /** The attack this lab was made for; null in all others, where she makes no move. */
  plan: AttackPlan | null
  browser: BrowserState
  /** What her web site answers, by path below its base. */
  published: Readonly<Record<string, Published>>
  /** What her authorization server writes in the place of an application's parameters, by name. */
  relay: Readonly<Record<string, string>>
  leaks: readonly Leak[]
  /** What a script of hers in Alice's browser has got and not sent home yet. */
  loot: string | null
  /** Why she could not go on; null as long as she could. */
  emptyHanded: string | null
  app: { client_id: string; client_secret: string; redirect_uri: string }
  /** Random values that only their owners may read: `alice`, `mallory`, and `usage` of the whole drive. */
  canaries: Readonly<Record<string, string>>
}

/** Something that came to Mallory through a declared channel. */
export interface Leak {
  channel: LeakChannel
  /** What she read there, as it stood there. */
  text: string
  /** What the text says when it is decoded as the receiver of the copied message decodes it. */
  values: readonly string[]
  /** The exchange she used it for first. */
  seq: number
}

export function newAttacker(plan: AttackPlan | null): AttackerState {
  const app = { client_id: '', client_secret: '', redirect_uri: '' }
  return {
    plan,
    browser: newBrowser(),
    published: {},
    relay: {},
    leaks: [],
    loot: null,
    emptyHanded: null,
    app,
    canaries: {},
  }
}
