import type { CitationId } from './citations'
import type { Party } from './parties'
import type { SecretKind } from './secrets'

/** What became of one check: it held, it refused, the policy skipped it, or an earlier one refused first. */
export type Verdict = 'passed' | 'failed' | 'off' | 'not-reached'

/** One executed check, as recorded with the exchange and shown to the learner. */
export interface CheckReport {
  id: string
  by: Party
  /** The rule in one sentence. */
  rule: string
  cites: readonly CitationId[]
  verdict: Verdict
  /** What was compared, such as `S256(verifier) = challenge`. Null when nobody looked. */
  saw: string | null
  /** Names of the parameters, headers or columns the check read. */
  reads: readonly string[]
  /** The wire error it refused with; null when the answer must not name one. */
  error: string | null
  /** For the learner only. */
  hint: string | null
}

/** A command a store, cookie jar or browser really ran. */
export interface StorageReport {
  /** Id of the place it ran in, such as `authorization-server.sqlite` or `browser.cookies`. */
  place: string
  /** The command as executed: SQL with its parameters, a Redis command, a `Set-Cookie` line. */
  command: string
  /** Keys of the rows touched. */
  keys: string[]
}

/** A secret as its maker registers it, so that the wire can tell who has seen it. */
export interface SecretReport {
  kind: SecretKind
  value: string
  madeBy: Party
}

export type Report =
  | { type: 'check'; check: CheckReport }
  | { type: 'storage'; storage: StorageReport }
  | { type: 'secret'; secret: SecretReport }
  /** Something broke that is no rule of the protocol: the exchange counts as failed, the keeper logs it. */
  | { type: 'bug'; error: unknown }
