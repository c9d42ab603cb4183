'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import type { LessonPlan } from '@/lib/course/lesson-plan'
import { keepLesson } from './kept-lessons'

interface StartPanelProps {
  plan: LessonPlan
  /** What the assignment link says of the class; null: it is no assignment, and asks for no name. */
  assigned: string | null
}

/** Nothing of a lesson runs before somebody presses Start. */
export function StartPanel({ plan, assigned }: StartPanelProps) {
  const router = useRouter()
  const id = useId()
  const [problem, setProblem] = useState<string | null>(null)
  const start = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const name = String(new FormData(event.currentTarget).get('name') ?? '').trim()
    if (assigned !== null && name === '') return setProblem('Type your name as your instructor knows it.')
    const kept = keepLesson({ plan, assignment: assigned === null ? null : { name, label: assigned } })
    if (kept) router.push(`/lessons/play/${kept}`)
    else setProblem('This browser keeps nothing for this page: allow storage for it, then press Start again.')
  }
  return (
    <form
      onSubmit={start}
      noValidate
      className="grid content-start gap-3 rounded-lg border border-line bg-surface px-4 py-3"
    >
      <h2 className="font-semibold text-lg">{assigned === null ? 'Take the lesson' : 'Your assignment'}</h2>
      {assigned && <p>For: {assigned}</p>}
      {assigned !== null && (
        <div className="grid gap-1">
          <label htmlFor={id} className="font-medium">
            Your name
          </label>
          <input
            id={id}
            name="name"
            autoComplete="name"
            maxLength={60}
            aria-invalid={problem !== null}
            aria-describedby={`${id}-use${problem ? ` ${id}-problem` : ''}`}
            className="h-11 rounded-lg border border-control bg-canvas px-3"
          />
          <p id={`${id}-use`} className="text-muted text-sm">
            It stays in this browser until the end, and then stands in your completion code.
          </p>
        </div>
      )}
      {assigned === null && (
        <p className="text-muted">It runs in a lab of your own; what you did is remembered in this browser.</p>
      )}
      {problem && (
        <p id={`${id}-problem`} role="alert">
          {problem}
        </p>
      )}
      <div>
        <Button type="submit" variant="primary" size="lg">
          Start
        </Button>
      </div>
    </form>
  )
}
