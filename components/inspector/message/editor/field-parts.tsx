import { TextButton } from '@/components/ui/text-link'
import type { Problem } from './problems'

export const INPUT =
  'block h-8 w-full min-w-0 rounded-md border border-control bg-surface px-2 font-mono text-ink text-sm -outline-offset-1 aria-invalid:border-2 aria-invalid:border-attacker-line'

export const problemAt = (problems: readonly Problem[], at: Problem['at']): string | null =>
  problems.find((problem) => problem.at === at)?.sentence ?? null

/** Why a field cannot be sent as it is. */
export function ProblemText({ id, sentence }: { id: string; sentence: string | null }) {
  return (
    <p id={id} className="text-attacker-ink text-xs empty:hidden">
      {sentence}
    </p>
  )
}

/** What it was, and the way back. */
export function ChangedFrom({ was, onRestore }: { was: string; onRestore(): void }) {
  return (
    <p className="text-muted text-xs leading-6 [overflow-wrap:anywhere]">
      was: <span className="font-mono">{was}</span> <TextButton onClick={onRestore}>Undo</TextButton>
    </p>
  )
}
