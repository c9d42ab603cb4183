import type { CitationId } from './citations'
import type { Environment } from './environment'
import type { OAuthError } from './errors'
import type { Party } from './parties'
import type { CheckReport, Verdict } from './report'

export type { CheckReport, Verdict } from './report'

export type Finding = { ok: true; saw: string } | { ok: false; saw: string; error: OAuthError }

/** One named rule. `Input` is exactly what it needs to look at; `Policy` the switches of its party. */
export interface Check<Input, Policy> {
  id: string
  rule: string
  cites: readonly CitationId[]
  reads: readonly string[]
  /** True when the policy skips this check. Left out: the rule cannot be switched off by policy. */
  off?: (policy: Policy) => boolean
  test: (input: Input, policy: Policy) => Finding | Promise<Finding>
}

/** A check that answers at once: nobody else has to be asked, and nobody has to wait for it. */
export interface PromptCheck<Input, Policy> extends Check<Input, Policy> {
  test: (input: Input, policy: Policy) => Finding
}

export const passed = (saw: string): Finding => ({ ok: true, saw })
export const refused = (error: OAuthError, saw: string): Finding => ({
  ok: false,
  saw,
  error,
})

/** Runs the checks of one endpoint in their stated order and reports each, also those never reached. */
export interface Checklist<Policy> {
  /** Runs one check; throws its `OAuthError` when it refuses. Await it, unless the check is a prompt one. */
  apply<Input>(check: PromptCheck<Input, Policy>, input: Input): void
  apply<Input>(check: Check<Input, Policy>, input: Input): Promise<void> | void
}

/**
 * @param order every check of the endpoint, in the order it applies them: what the learner reads as the rulebook.
 *   A check that does not concern this request (no code_challenge, say) is simply not applied and not reported.
 */
export function checklist<Policy>(
  by: Party,
  order: readonly Check<never, Policy>[],
  env: Pick<Environment<unknown, Policy>, 'policy' | 'report' | 'checksOff'>,
): Checklist<Policy> {
  let next = 0
  const judge = (check: Check<never, Policy>, finding: Finding): void => {
    if (finding.ok) {
      env.report(line(by, check, 'passed', finding.saw))
      return
    }
    const { error, saw } = finding
    env.report(line(by, check, 'failed', saw, error.silent ? null : error.code, error.hint))
    for (const later of order.slice(next)) env.report(line(by, later, 'not-reached', null))
    throw error
  }
  function apply<Input>(check: PromptCheck<Input, Policy>, input: Input): void
  function apply<Input>(check: Check<Input, Policy>, input: Input): Promise<void> | void {
    let place = next
    while (place < order.length && order[place]?.id !== check.id) place += 1
    if (place === order.length) throw new Error(`Check ${check.id} is applied out of its stated order.`)
    next = place + 1
    if (env.checksOff.has(check.id) || check.off?.(env.policy)) {
      env.report(line(by, check, 'off', null))
      return
    }
    const finding = check.test(input, env.policy)
    return finding instanceof Promise ? finding.then((found) => judge(check, found)) : judge(check, finding)
  }
  return { apply }
}

/** Rulebooks that were shortened already. */
const shortened = new WeakMap<object, Map<ReadonlySet<string>, readonly Check<never, never>[]>>()

/**
 * A rulebook without the rules that do not concern a request.
 *
 * @param order a constant, as is `ids`: the shorter one is made once and kept
 * @param ids of the rules to leave out
 */
export function without<Policy>(
  order: readonly Check<never, Policy>[],
  ids: ReadonlySet<string>,
): readonly Check<never, Policy>[] {
  const made = shortened.get(order) ?? new Map<ReadonlySet<string>, readonly Check<never, never>[]>()
  shortened.set(order, made)
  const shorter = made.get(ids) ?? order.filter(({ id }) => !ids.has(id))
  made.set(ids, shorter)
  return shorter as readonly Check<never, Policy>[]
}

/** Written out member by member: a message has twenty of these, and spreading parts together takes far longer. */
function line(
  by: Party,
  { id, rule, cites, reads }: Check<never, never>,
  verdict: Verdict,
  saw: string | null,
  error: string | null = null,
  hint: string | null = null,
): { type: 'check'; check: CheckReport } {
  return { type: 'check', check: { id, by, rule, cites, reads, saw, error, hint, verdict } }
}
