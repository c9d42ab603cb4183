import type { AuthorizationServerPolicy } from '@/lib/authorization-server/policy'
import type { IssuerToTrust } from '@/lib/authorization-server/registration'
import type { ClientPolicy } from '@/lib/client/policy'
import type { Phase } from '@/lib/lessons/phases'
import type { CitationId } from '@/lib/oauth/citations'
import type { Origins } from '@/lib/oauth/environment'
import type { HttpRequest } from '@/lib/oauth/http'
import type { Channel, Party } from '@/lib/oauth/parties'
import type { SecretKind } from '@/lib/oauth/secrets'
import type { ResourceServerPolicy } from '@/lib/resource-server/policy'
import type { Arrival } from '@/lib/wire/exchange'
import type { FactId } from './facts'
import type { OracleId } from './oracles'
import type { AttackTools } from './tools'

/** Switches of a lab, some of them. */
export type Settings = Partial<AuthorizationServerPolicy & ResourceServerPolicy & ClientPolicy>

/** The flows of the catalogue an attack can be made against. */
export type GrantSlug =
  | 'authorization-code'
  | 'authorization-code-browser'
  | 'implicit'
  | 'password'
  | 'client-credentials'
  | 'refresh'
  | 'device'
  | 'openid-connect'
  | 'par-dpop'
  | 'token-exchange'
  | 'jwt-bearer'

/** One attack of the catalogue: what it is, what decides it, and how it is made against each grant. */
export interface Attack {
  /** Its number in the catalogue: `A-08`. */
  id: `A-${string}`
  /** Stands in the URL: `/attacks/code-replay`. */
  slug: string
  /** 1: shipped first. */
  tier: 1 | 2 | 3
  /** At most 8 words. */
  title: string
  /** One sentence: what the attacker does and gets. */
  summary: string
  /** One sentence: who the attacker is and what she can do (RFC 9700, section 3). */
  attacker: string
  /** One sentence: what stops it. */
  defence: string
  cites: readonly CitationId[]
  /** What decides that it succeeded. */
  oracle: OracleId
  /** The switches that matter to it, each at the value that leaves the door open. */
  switches: Settings
  /** The switch is what stops it, though some later check, left without anything to look at, is what refuses. */
  stoppedBySwitch?: boolean
  /** What the honest run must show for the attack to make sense at all; read off the recorded messages. */
  needs: readonly FactId[]
  on: Readonly<Partial<Record<GrantSlug, Variant>>>
  /** The grant that shows its defence best; left out, the first of the matrix. */
  shownOn?: GrantSlug
}

/** How an attack is made against one grant. */
export interface Variant {
  /** What decides it against this grant; left out, what decides the attack. */
  oracle?: OracleId
  /** Switches that every case of it sets, whatever the preset. */
  policy?: Settings
  /** What is different in this lab from the beginning, for honest users and for the attacker alike. */
  setup?: Setup
  /** Each is a run of its own. The attack succeeds when one of them does. */
  cases: readonly [AttackCase, ...AttackCase[]]
}

/** What an attack finds in its lab besides the usual cast, Mallory with an account and her app `holiday-quiz`. */
export interface Setup {
  /** Metadata of clients of the cast that were registered otherwise, by client id. */
  registrations?(origins: Origins): Readonly<Record<string, Record<string, unknown>>>
  /** Further clients (RFC 7591 metadata), registered by an honest administrator. */
  clients?(origins: Origins): readonly Record<string, unknown>[]
  /** Further issuers whose word about their own people is taken (RFC 7523), by agreement with an honest administrator. */
  issuers?(origins: Origins): Promise<readonly IssuerToTrust[]>
  /** The service of the cast to whose API Mallory's app belongs, too: tokens made for it are made for her app. */
  appServes?: string
  /** The photo editor offers a second authorization server to sign in at, and that one is Mallory's. */
  otherServer?: boolean
  /** Moves made before the attack begins, such as Alice having connected the app last week. */
  before?: readonly { move: string; step: string; input?: Record<string, string | boolean | Record<string, string>> }[]
}

export interface AttackCase {
  /** Unique within the variant: `usual`, `without-verifier`. */
  id: string
  /** A few words. */
  title: string
  policy?: Settings
  script: Script
}

export type Script = readonly (HonestStep | ScriptStep)[]

/** A move of the grant itself, made by the honest parties as always, with the words of its lesson. */
export interface HonestStep {
  /** The step's slug in the grant's own machine: `authorization-request`. */
  honest: string
  /** Slug in this script, where the same move is made twice. */
  as?: string
  /** Exactly this move, without those that usually come before it: somebody else has seen to them. */
  alone?: boolean
  /** Made only where the grant's own flow has this step, such as `par-request`. */
  where?: string
  /** Where this leads to a login or consent page, Alice signs in and approves before the next step. */
  decides?: 'alice'
  /** A secret that Mallory must know afterwards; else the attack stops here, empty-handed. */
  gains?: SecretKind | undefined
  /** Goes on whatever arrives. */
  regardless?: boolean
}

/**
 * One step of an attack's script: a move that puts a request on the wire. Order only: whether it works is decided by
 * the parties. Anything but an expected arrival stops the attack there.
 */
export interface ScriptStep {
  /** Slug of the request's step, unique within the script: `replayed-token-request`. */
  step: string
  phase: Phase
  from: Party
  to: Party
  channel: Channel
  /** The request line as it usually is, such as `POST /token`. */
  line: string
  /** A move of the lab (`lib/lab/moves`), or what Mallory sends herself. */
  move: string | MalloryMove
  input?: Readonly<Record<string, string | boolean | Record<string, string | string[]>>>
  /** Made only where the grant's own flow has this step, such as `par-request`. */
  where?: string
  /** Seconds that pass on the lab's clock before. */
  after?: number
  /** What Mallory does on her own site before this move of somebody else's: nothing that is sent. */
  sets?(tools: AttackTools): void | Promise<void>
  /** What must arrive for the attack to go on; the first is the usual one. */
  expects: readonly [Arrival, ...Arrival[]]
  /** A secret of somebody else's that Mallory must know afterwards; else the attack stops here, empty-handed. */
  gains?: SecretKind | undefined
  /** Goes on whatever arrives: what comes next does not depend on this answer. */
  regardless?: boolean
  /** Made only when the step before it was answered by a demand for a nonce. */
  retry?: boolean
  /** Where this leads to a login or consent page, its owner signs in and approves before the next step. */
  decides?: 'alice' | 'mallory'
  /** What the human does to set it off (`opens the link`). */
  human?: string
  cites: readonly CitationId[]
  words: StepWords
  /** The words of the answer; left out, made from what arrives. */
  reply?: StepWords
}

export interface StepWords {
  /** At most 8 words. */
  title: string
  /** One or two sentences, at most 45 words. */
  caption: string
  /** Left out: what the attack is about. */
  why?: string
  /** Left out: the attack's defence. */
  without?: string
}

/** A request that Mallory makes up, with her own browser or with a tool that sends any bytes. */
export interface MalloryMove {
  with: 'browser' | 'tool'
  /** @throws EmptyHanded when what she needs never reached her */
  send(tools: AttackTools): HttpRequest | Promise<HttpRequest>
  /** How many times at once she sends it; left out, once. The others are on record as made during the first. */
  atOnce?: number
  /** What else she sends at the same time; on record as made during the first. */
  others?(tools: AttackTools): HttpRequest[] | Promise<HttpRequest[]>
}

/** A step's slug within its script. */
export function slugOf(step: HonestStep | ScriptStep): string {
  return 'honest' in step ? (step.as ?? step.honest) : step.step
}
