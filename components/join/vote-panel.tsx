'use client'

import { useState } from 'react'
import { letterOf } from '@/components/present/question'
import { roomApi } from '@/components/present/session/room-api'
import type { Crowd } from '@/components/present/session/use-crowd'
import { classes } from '@/components/ui/classes'
import { Icon } from '@/components/ui/icon'
import type { Question } from '@/lib/room/state'

interface VotePanelProps {
  code: string
  question: Question
  crowd: Crowd | null
}

/** The presenter's question on a student's device. How others voted is seen once the answer is. */
export function VotePanel({ code, question, crowd }: VotePanelProps) {
  const [choice, setChoice] = useState<string | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const { answer } = question

  function vote(option: string) {
    setChoice(option)
    setFailure(null)
    roomApi.vote(code, question.id, option).catch((error: Error) => {
      setChoice(null)
      setFailure(error.message)
    })
  }

  return (
    <section
      aria-label="Question"
      className="fixed inset-x-2 bottom-20 z-40 max-h-[70dvh] overflow-y-auto rounded-xl border border-control bg-surface p-4 md:right-4 md:left-auto md:w-104"
    >
      <h2 className="font-semibold text-lg">{question.text}</h2>
      <ol className="mt-2.5 grid gap-2">
        {question.options.map(({ id, text }, at) => (
          <li key={id}>
            <button
              type="button"
              aria-pressed={choice === id}
              disabled={answer !== null}
              onClick={() => vote(id)}
              className={classes(
                'flex min-h-12 w-full items-center gap-3 rounded-lg border px-3 text-left',
                answer?.id === id || (!answer && choice === id)
                  ? 'border-accent outline outline-accent'
                  : 'border-control',
                choice === id && 'bg-sunken font-semibold',
                !answer && 'hover:bg-sunken',
              )}
            >
              <span className="font-bold">{letterOf(at)}</span>
              <span className="min-w-0 flex-1 font-mono text-sm">{text}</span>
              {crowd?.counts && <span className="tabular-nums">{crowd.counts[id] ?? 0}</span>}
              {answer?.id === id && <Icon name="check" className="shrink-0" />}
            </button>
          </li>
        ))}
      </ol>
      <p role="status" className="mt-2.5 text-muted text-sm">
        {failure ?? wordsFor(question, choice, crowd)}
      </p>
    </section>
  )
}

function wordsFor({ answer, options }: Question, choice: string | null, crowd: Crowd | null): string {
  const called = (option: string) => letterOf(options.findIndex(({ id }) => id === option))
  if (!answer) {
    const voted = crowd ? ` ${crowd.voted} of ${crowd.followers} have voted.` : ''
    const chosen = choice && `You chose ${called(choice)}; you can change it until the answer is shown.`
    return (chosen ?? 'Choose one.') + voted
  }
  const came = answer.id === null ? `None of these: ${answer.text} came.` : `${called(answer.id)} came: ${answer.text}.`
  if (choice === null) return came
  return choice === answer.id ? `Just as you said. ${came}` : `You said ${called(choice)}. ${came}`
}
