import { useEffect, useState } from 'react'
import type { AttemptAnswer } from '@/lib/attack-matrix/contract'
import { askAttempt } from '../attacks-api'
import type { Settings } from '../settings'

/** Two runs made at once; null where the answer is not there yet. */
export interface Attempts {
  before: AttemptAnswer | null
  after: AttemptAnswer | null
  failure: string | null
  retry(): void
}

/** Runs the attack under both settings, each in a fresh lab, whenever one of them changes. */
export function useAttempts(attack: string, before: Settings | null, after: Settings): Attempts {
  const [answers, setAnswers] = useState<Pick<Attempts, 'before' | 'after'>>({ before: null, after: null })
  const [failure, setFailure] = useState<string | null>(null)
  const [attempt, setAttempt] = useState(0)
  const key = JSON.stringify([before, after])

  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` asks for another try
  useEffect(() => {
    const leaving = new AbortController()
    const [one, other] = JSON.parse(key) as [Settings | null, Settings]
    const ask = (settings: Settings | null) =>
      settings ? askAttempt({ attack, ...settings }, leaving.signal) : Promise.resolve(null)
    setAnswers({ before: null, after: null })
    setFailure(null)
    Promise.all([ask(one), ask(other)]).then(
      ([first, second]) => setAnswers({ before: first, after: second }),
      (error: Error) => !leaving.signal.aborted && setFailure(error.message),
    )
    return () => leaving.abort()
  }, [attack, key, attempt])

  return { ...answers, failure, retry: () => setAttempt((count) => count + 1) }
}
