import type { SecretReport } from '@/lib/oauth/environment'
import type { Party } from '@/lib/oauth/parties'
import type { Preset, SwitchValue } from '@/lib/oauth/policy'
import type { Exchange } from '@/lib/wire/exchange'
import type { Attempt } from './attempt'
import type { Cell } from './cell'
import type { HonestSummary } from './honest'

/** What travels between the pages of the attacks and the app, both directions. */

/** Body of `POST /api/attacks/attempt`. */
export interface AttemptWishes {
  /** The attack's slug. */
  attack: string
  grant: string
  /** Left out, the first. */
  case?: string
  preset?: Preset
  /** Switches set otherwise than the preset has them. */
  policy?: Readonly<Record<string, SwitchValue>>
}

/** Answer to it: what came of the attack, and every message of the lab it was made in, which is gone by now. */
export interface AttemptAnswer extends Attempt {
  /** The grant's own flow under the same settings, with nobody attacking. */
  honest: HonestSummary
  exchanges: readonly Exchange[]
  castSecrets: readonly SecretReport[]
}

/** Answer to `GET /api/labs/{lab}/attack`: what came of the attack played in this lab so far. */
export interface AttackStanding extends Attempt {
  /** What decides it; completes “The attack succeeds when ...”. */
  oracle: string
}

/** One line of `GET /api/attacks/matrix`, newline-delimited JSON. */
export type MatrixLine =
  /** Somebody else's matrix is being run; this one comes next. */
  | { type: 'waiting' }
  | { type: 'begin'; preset: Preset; cells: number }
  | { type: 'cell'; cell: Cell }
  | { type: 'end'; seconds: number; idle: readonly IdleCheck[] }
  /** The app failed. */
  | { type: 'failed'; detail: string }

/** A check that was made and that no attack had to be stopped by. */
export interface IdleCheck {
  check: string
  by: Party
}
