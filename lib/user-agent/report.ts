import type { CheckReport } from '@/lib/oauth/check'
import type { CitationId } from '@/lib/oauth/citations'

interface BrowserRule {
  id: string
  rule: string
  cites: readonly CitationId[]
  reads: readonly string[]
}

/** One rule of its own that the browser applied. A browser refuses silently: there is no wire error. */
export function browserCheck(rule: BrowserRule, outcome: { ok: boolean; saw: string; hint?: string }): CheckReport {
  const { ok, saw, hint } = outcome
  return { ...rule, by: 'browser', verdict: ok ? 'passed' : 'failed', saw, error: null, hint: hint ?? null }
}
