import type { CitationId } from './citations'
import type { Environment } from './environment'
import type { OAuthError } from './errors'
import type { Party } from './parties'
import type { CheckReport } from './report'

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

export const passed = (saw: string): Finding => ({ ok: true, saw })
export const refused = (error: OAuthError, saw: string): Finding => ({
  ok: false,
  saw,
  error,
})

/** Runs the checks of one endpoint in their stated order and reports each, also those never reached. */
export interface Checklist<Policy> {
  /** Runs one check; throws its `OAuthError` when it refuses. */
  apply<Input>(check: Check<Input, Policy>, input: Input): Promise<void>
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
  return {
    async apply(check, input) {
      const place = order.findIndex((listed) => listed.id === check.id)
      if (place < next) throw new Error(`Check ${check.id} is applied out of its stated order.`)
      next = place + 1
      if (env.checksOff.has(check.id) || check.off?.(env.policy)) {
        env.report(line(by, check, { verdict: 'off' }))
        return
      }
      const finding = await check.test(input, env.policy)
      if (finding.ok) {
        env.report(line(by, check, { verdict: 'passed', saw: finding.saw }))
        return
      }
      const { error, saw } = finding
      env.report(
        line(by, check, {
          verdict: 'failed',
          saw,
          error: error.silent ? null : error.code,
          hint: error.hint,
        }),
      )
      for (const later of order.slice(next)) env.report(line(by, later, { verdict: 'not-reached' }))
      throw error
    },
  }
}

type Outcome = Pick<CheckReport, 'verdict'> & Partial<Pick<CheckReport, 'saw' | 'error' | 'hint'>>

function line(by: Party, check: Check<never, never>, outcome: Outcome): { type: 'check'; check: CheckReport } {
  const { id, rule, cites, reads } = check
  return {
    type: 'check',
    check: {
      id,
      by,
      rule,
      cites,
      reads,
      saw: null,
      error: null,
      hint: null,
      ...outcome,
    },
  }
}
