'use client'

import { type KeyboardEvent, useLayoutEffect, useMemo, useRef } from 'react'
import { usePlayer } from '@/components/player/player-context'
import { stepFacts } from './facts'
import { TranscriptItem } from './transcript-item'

interface TranscriptProps {
  /** False: read by assistive technology only, since a diagram shows the same. Nothing in it takes the focus then. */
  shown: boolean
}

/** Every step that happened, in words: all the facts the diagram draws. */
export function Transcript({ shown }: TranscriptProps) {
  const { steps, cursor, head, userActs, parties } = usePlayer()
  const list = useRef<HTMLOListElement>(null)
  const opened = useRef(false)
  const happened = useMemo(
    () => steps.slice(0, head).map((step) => ({ step, facts: stepFacts(step, cursor, head) })),
    [steps, cursor, head],
  )

  // biome-ignore lint/correctness/useExhaustiveDependencies: the current item has moved when the cursor has.
  useLayoutEffect(() => {
    if (!shown) return
    const smooth = opened.current && !matchMedia('(prefers-reduced-motion: reduce)').matches
    opened.current = true
    const current = list.current?.querySelector('[aria-current="step"]')
    // Where the user has to act, her screen stands below the current step: leave it room.
    current?.scrollIntoView({ block: userActs ? 'start' : 'center', behavior: smooth ? 'smooth' : 'instant' })
  }, [cursor, shown, userActs])

  return (
    <ol
      ref={list}
      aria-label="Transcript"
      onKeyDown={moveBetweenSteps}
      className={shown ? 'mx-auto flex max-w-3xl flex-col gap-2 p-3 md:gap-2.5 md:p-5' : 'sr-only'}
    >
      {happened.map(({ step, facts }) => (
        <TranscriptItem
          key={step.number}
          step={step}
          facts={facts}
          shown={shown}
          sender={parties[facts.from].name}
          receiver={parties[facts.to].name}
        />
      ))}
    </ol>
  )
}

function moveBetweenSteps(event: KeyboardEvent<HTMLOListElement>) {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (!by) return
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-step-button]')]
  const item = document.activeElement?.closest('li')
  const at = buttons.findIndex((button) => item?.contains(button))
  const target = buttons[at + by]
  if (at < 0 || !target) return
  event.preventDefault()
  target.focus()
}
