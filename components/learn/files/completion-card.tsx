'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import type { CompletionAnswer } from '@/lib/course/completion/completion'
import { useLessonProgress } from '../progress/use-progress'
import { askCompletion } from './completion-api'
import { predictionWords, taskWords } from './completion-words'
import { forgetName, type KeptLesson } from './kept-lessons'

/** At the end of an assigned lesson: the code that the learner hands in. */
export function CompletionCard({ id, kept }: { id: string; kept: KeptLesson }) {
  const progress = useLessonProgress(id)
  const [made, setMade] = useState<CompletionAnswer | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  if (!kept.assignment) return null
  const make = async () => {
    setProblem(null)
    try {
      setMade(await askCompletion(id, kept, progress))
      forgetName(id)
    } catch (error) {
      setProblem(error instanceof Error ? error.message : 'The code could not be made. Try again.')
    }
  }
  return (
    <section
      aria-labelledby="completion"
      className="mt-8 grid gap-3 rounded-lg border border-control bg-surface px-4 py-4"
    >
      <h2 id="completion" className="font-semibold text-xl">
        Your completion code
      </h2>
      <p className="text-muted">
        For {kept.assignment.name}
        {kept.assignment.label && `, ${kept.assignment.label}`}. The server signs it and keeps nothing of it. After more
        is done, make another one.
      </p>
      <div>
        <Button variant="primary" onClick={make}>
          {made ? 'Make it again' : 'Make my code'}
        </Button>
      </div>
      {problem && <p role="alert">{problem}</p>}
      {made && (
        <div role="status" className="grid gap-2">
          <textarea
            readOnly
            aria-label="Completion code"
            rows={4}
            value={made.code}
            onFocus={(event) => event.currentTarget.select()}
            className="w-full rounded-md border border-control bg-canvas p-2 font-mono text-sm"
          />
          <div>
            <CopyButton text={made.code}>Copy code</CopyButton>
          </div>
          <p className="text-muted text-sm">
            Predictions: {predictionWords(made.completion)}. Tasks: {taskWords(made.completion)}.
          </p>
        </div>
      )}
    </section>
  )
}
