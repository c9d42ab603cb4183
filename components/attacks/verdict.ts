import type { IconName } from '@/components/ui/icon'
import type { Attempt } from '@/lib/attack-matrix/attempt'
import type { Verdict } from '@/lib/attack-matrix/cell'
import type { Step } from '@/machines/kit/step'

/** What is said of a run: only a breach wears the attacker's colour. */
export interface RunVerdict {
  /** `stopped`: a check refused it. `empty`: nothing of use reached Mallory. */
  kind: 'breach' | 'stopped' | 'empty'
  title: string
  text: string
  /** Number of the step that shows it; null where no message does. */
  step: number | null
}

/** What came of a run, in words. @param oracle completes “The attack succeeds when ...” */
export function verdictOf(attempt: Attempt, steps: readonly Step[], oracle: string): RunVerdict {
  const { proof, refusal, emptyHanded } = attempt
  if (proof !== null) {
    const step = answerTo(steps, proof)
    return { kind: 'breach', title: 'The attack succeeds', text: `It is decided by this: ${oracle}.`, step }
  }
  if (refusal) {
    const { check, status, error } = refusal
    const answer = [status, error].filter((part) => part !== null).join(' ')
    const text = `The check ${check} refuses it${answer && `: ${answer}`}. The defence holds.`
    return { kind: 'stopped', title: `Stopped by ${check}`, text, step: answerTo(steps, refusal.seq) }
  }
  if (emptyHanded !== null) return { kind: 'empty', title: 'Mallory has nothing to use', text: emptyHanded, step: null }
  const text = 'Every request was answered, and nothing in the answers was of use to her.'
  return { kind: 'empty', title: 'The attack comes to nothing', text, step: null }
}

/** The step of the answer to a recorded request; the request's where it was never answered. */
function answerTo(steps: readonly Step[], seq: number): number | null {
  return steps.findLast(({ exchange, state }) => exchange?.seq === seq && state !== 'planned')?.number ?? null
}

export const RUN_LOOK: Readonly<Record<RunVerdict['kind'], { icon: IconName; look: string }>> = {
  breach: { icon: 'mask', look: 'text-attacker-ink' },
  stopped: { icon: 'shield', look: 'text-ink' },
  empty: { icon: 'shield', look: 'text-ink' },
}

/** How a cell of the matrix is called, and looks. */
export const CELL_LOOK: Readonly<Record<Verdict, { icon: IconName; word: string; look: string }>> = {
  vulnerable: { icon: 'mask', word: 'succeeds', look: 'text-attacker-ink' },
  stopped: { icon: 'shield', word: 'stopped', look: 'text-ink' },
  'not-applicable': { icon: 'minus', word: 'not applicable', look: 'text-subtle' },
  inconclusive: { icon: 'warning', word: 'inconclusive', look: 'text-ink' },
}
