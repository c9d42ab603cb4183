import type { CheckReport } from '@/lib/oauth/check'
import type { Party } from '@/lib/oauth/parties'
import type { Exchange } from '@/lib/wire/exchange'

/** Why a message was refused decides what a refusal means: an altered or repeated message was fended off. */
export function isTrial(exchange: Pick<Exchange, 'prepared' | 'move'>): boolean {
  return exchange.prepared !== null || exchange.move === 'send-again'
}

export type VerdictLook = 'passed' | 'defended' | 'refused' | 'off' | 'not-reached'

export function lookOf(
  check: Pick<CheckReport, 'verdict'>,
  exchange: Pick<Exchange, 'prepared' | 'move'>,
): VerdictLook {
  if (check.verdict !== 'failed') return check.verdict
  return isTrial(exchange) ? 'defended' : 'refused'
}

export const VERDICT_WORDS: Readonly<Record<VerdictLook, string>> = {
  passed: 'passed',
  defended: 'refused here, defence worked',
  refused: 'refused here, flow stops',
  off: 'off by policy: nobody looked',
  'not-reached': 'not reached',
}

/** Consecutive checks of one party, in the order executed. */
export interface CheckRun {
  by: Party
  /** What they look at: the receiver checks the request, the sender the response. */
  on: 'request' | 'response'
  checks: { check: CheckReport; number: number }[]
}

export function runsOf(exchange: Pick<Exchange, 'checks' | 'from'>): CheckRun[] {
  const runs: CheckRun[] = []
  exchange.checks.forEach((check, index) => {
    const entry = { check, number: index + 1 }
    const last = runs.at(-1)
    if (last?.by === check.by) last.checks.push(entry)
    else
      runs.push({
        by: check.by,
        on: check.by === exchange.from ? 'response' : 'request',
        checks: [entry],
      })
  })
  return runs
}

const count = (amount: number, one: string, many = `${one}s`) => `${amount} ${amount === 1 ? one : many}`

/** The outcome of all checks in a sentence. `name` says how a party is called. */
export function verdictSentence(
  exchange: Pick<Exchange, 'checks' | 'prepared' | 'move'>,
  name: (party: Party) => string,
) {
  const { checks } = exchange
  const refusal = checks.findIndex((check) => check.verdict === 'failed')
  const refusing = checks[refusal]
  const off = checks.filter((check) => check.verdict === 'off').length
  if (refusing) {
    const end = isTrial(exchange) ? 'The defence worked.' : 'The flow stops here.'
    return `Refused by ${name(refusing.by)} at check ${refusal + 1} of ${checks.length}. ${end}`
  }
  const passed = checks.length - off
  const looked = off === 0 ? `All ${count(passed, 'check')} passed.` : `${count(passed, 'check')} passed.`
  if (passed === 1 && off === 0) return 'The one check passed.'
  return off === 0 ? looked : `${looked} ${count(off, 'check is', 'checks are')} off: accepted, because nobody looked.`
}
