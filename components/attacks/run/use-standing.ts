import { useEffect, useState } from 'react'
import { labApi } from '@/components/player/run/lab-api'
import { type Run, sentenceOf } from '@/components/player/run/run'
import type { AttackStanding } from '@/lib/attack-matrix/contract'
import { has } from '@/machines/kit/reading'
import type { Step } from '@/machines/kit/step'
import { type RunVerdict, verdictOf } from '../verdict'

/** What the server makes of the lab's record, asked when the run rests at its end; null before. */
export function useStanding(run: Run, steps: readonly Step[]): RunVerdict | null {
  const { machine, lab, exchanges } = run.state()
  const end = has(machine, 'done') ? 'over' : has(machine, 'refused') ? 'stopped' : null
  const [standing, setStanding] = useState<AttackStanding | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another message may change what is to be said
  useEffect(() => {
    setStanding(null)
    if (!end) return
    let current = true
    labApi.attack(lab.id, end).then(
      (found) => current && setStanding(found),
      (error) => current && run.fail(sentenceOf(error)),
    )
    return () => {
      current = false
    }
  }, [run, lab.id, end, exchanges.length])
  return standing && verdictOf(standing, steps, standing.oracle)
}
