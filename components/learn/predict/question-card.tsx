'use client'

import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import { useCharacterKeys } from '@/components/player/use-character-keys'
import { Button } from '@/components/ui/button'
import { Kbd } from '@/components/ui/kbd'
import { PREDICTION_KINDS } from '@/lib/course/lesson-plan'
import { type Asking, CONFIDENCE, OPTIONS, type Open } from './use-asking'
import { usePredictKeys } from './use-predict-keys'

interface QuestionCardProps {
  asking: Asking
  open: Open
}

/** Asks what comes before it is seen. Nothing is taken as the answer before Next is pressed. */
export function QuestionCard({ asking, open }: QuestionCardProps) {
  const { question, round, option, sure } = open
  const { choose, feel, skip, actions } = asking
  const card = useRef<HTMLElement>(null)
  const [characters] = useCharacterKeys()
  usePredictKeys(open, asking, characters)
  useEffect(() => card.current?.focus(), [])

  const enter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return
    event.preventDefault()
    actions.next()
  }
  const original = asking.sitting.answers[question.id]
  const about = round === 'again' && original?.said === 'option' ? `, once more: step ${original.at}` : ''
  return (
    <section
      ref={card}
      tabIndex={-1}
      aria-labelledby="prediction"
      onKeyDown={enter}
      className="flex max-h-[62%] shrink-0 flex-wrap items-start gap-x-8 gap-y-3 overflow-y-auto border-accent border-t-2 bg-surface px-4 py-3 -outline-offset-2 md:px-5"
    >
      <fieldset id={OPTIONS} aria-labelledby="prediction" className="min-w-0 flex-1 basis-80">
        <p className="text-muted text-sm">
          {PREDICTION_KINDS[question.kind]}
          {about}
        </p>
        <h2 id="prediction" className="max-w-[68ch] text-pretty font-semibold text-lg">
          {question.text}
        </h2>
        <div className="mt-2 grid max-w-2xl gap-1.5">
          {question.options.map(({ id, text }, at) => (
            <Choice
              key={id}
              name="prediction-option"
              sign={characters ? String(at + 1) : null}
              checked={option === id}
              onChoose={() => choose(id)}
            >
              {text}
            </Choice>
          ))}
        </div>
      </fieldset>
      <div className="flex flex-col items-start gap-3 max-sm:w-full">
        <fieldset id={CONFIDENCE} className="max-sm:w-full">
          <legend className="mb-2 text-muted text-sm">How sure are you?</legend>
          <div className="grid grid-cols-2 gap-1.5 sm:w-52 sm:grid-cols-1">
            <Choice
              name="prediction-confidence"
              sign={characters ? 'S' : null}
              checked={sure === true}
              onChoose={() => feel(true)}
            >
              Sure
            </Choice>
            <Choice
              name="prediction-confidence"
              sign={characters ? 'U' : null}
              checked={sure === false}
              onChoose={() => feel(false)}
            >
              Not sure
            </Choice>
          </div>
        </fieldset>
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-muted text-sm">
          <Button variant="secondary" onClick={skip} aria-keyshortcuts="Escape">
            Skip <Kbd>Esc</Kbd>
          </Button>
          Next shows what comes.
        </p>
      </div>
    </section>
  )
}

interface ChoiceProps {
  name: string
  /** The key that chooses it; null where letters and digits are no keys. */
  sign: string | null
  checked: boolean
  onChoose(): void
  children: ReactNode
}

function Choice({ name, sign, checked, onChoose, children }: ChoiceProps) {
  return (
    <label className="flex min-h-9 cursor-pointer items-center gap-2.5 rounded-md border border-control bg-surface px-3 py-1.5 hover:bg-sunken has-checked:border-accent has-checked:bg-sunken has-checked:font-semibold has-checked:ring-1 has-checked:ring-accent has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2">
      <input
        type="radio"
        name={name}
        checked={checked}
        onChange={onChoose}
        aria-keyshortcuts={sign ?? undefined}
        className="size-4 shrink-0 accent-(--accent) outline-none"
      />
      <span className="min-w-0 flex-1">{children}</span>
      {sign && (
        <span aria-hidden="true" className="max-md:hidden">
          <Kbd>{sign}</Kbd>
        </span>
      )}
    </label>
  )
}
