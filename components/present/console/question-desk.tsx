'use client'

import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { presentShortcut } from '../keys'
import { usePresent } from '../present-context'
import { letterOf } from '../question'
import { DeskSection } from './desk-section'

/** A quick question, its answer key, and how they voted. */
export function QuestionDesk() {
  const { shared, driving, commands, coming, crowd } = usePresent()
  const { question } = shared
  if (!question) {
    return (
      <DeskSection title="Question">
        <Button
          onClick={commands.question}
          disabled={!driving || !coming}
          aria-keyshortcuts={presentShortcut('question')}
        >
          <Icon name="help" size={14} /> Ask “What comes next?”
        </Button>
      </DeskSection>
    )
  }
  // Before it is revealed, the key is the step that usually comes.
  const key = question.answer ? question.answer.id : coming?.key
  return (
    <DeskSection title="Question">
      <p className="font-semibold">{question.text}</p>
      <ol aria-label="Answer key" className="mt-1.5 grid gap-1">
        {question.options.map(({ id, text }, at) => (
          <li key={id} className="flex items-start gap-2 text-sm">
            <span className="w-3 shrink-0 font-bold">{letterOf(at)}</span>
            <span className="min-w-0 flex-1 font-mono">{text}</span>
            {question.answer && crowd?.counts && <span className="tabular-nums">{crowd.counts[id] ?? 0}</span>}
            {id === key && <Icon name="check" className="mt-0.5 shrink-0" />}
            {id === key && <span className="sr-only">the answer</span>}
          </li>
        ))}
      </ol>
      {crowd && (
        <p className="mt-1.5 text-muted text-sm">
          {crowd.voted} of {crowd.followers} have voted.
        </p>
      )}
      <p className="mt-2 flex gap-2">
        <Button
          variant={question.answer ? 'secondary' : 'primary'}
          onClick={commands.reveal}
          disabled={!driving}
          aria-keyshortcuts={presentShortcut('reveal')}
        >
          {question.answer ? 'Close the question' : 'Reveal the answer'}
        </Button>
        {!question.answer && (
          <Button onClick={commands.question} disabled={!driving}>
            Withdraw
          </Button>
        )}
      </p>
    </DeskSection>
  )
}
