import { useMemo, useState } from 'react'
import type { AssembleTask, LessonPlan } from '@/lib/course/lesson-plan'
import { deckOf } from '@/lib/course/tasks/assemble'
import type { Card } from '@/lib/course/tasks/cards'
import { scramble } from '@/lib/course/tasks/scramble'

/** The cards as the learner has put them. */
export interface Deck {
  /** The flow's own cards, in their right order. */
  way: readonly Card[]
  order: readonly Card[]
  leftOut: readonly Card[]
  /** Something may be left out: not all cards belong to the flow. */
  optional: boolean
  /** What happened last, to be spoken. */
  news: string
  /** Puts a card at a place, counted from 0. */
  put(card: Card, place: number): void
  leaveOut(card: Card): void
  putBack(card: Card): void
  mixAgain(): void
}

interface Placed {
  order: readonly Card[]
  leftOut: readonly Card[]
  mixed: number
  news: string
}

/** @param changed called after every change: what an earlier order came to holds no longer */
export function useDeck(plan: LessonPlan, task: AssembleTask, changed: () => void): Deck {
  const { way, others } = useMemo(() => deckOf(plan, task), [plan, task])
  const mix = (mixed: number): Placed => ({
    order: scramble([...way, ...others], `${plan.id} ${task.id} ${mixed}`),
    leftOut: [],
    mixed,
    news: mixed === 0 ? '' : 'The cards are mixed again.',
  })
  const [placed, setPlaced] = useState<Placed>(() => mix(0))
  const change = (next: Partial<Placed>) => {
    setPlaced({ ...placed, ...next })
    changed()
  }
  const { order, leftOut, news } = placed
  const without = (cards: readonly Card[], card: Card) => cards.filter((other) => other !== card)
  return {
    ...{ way, order, leftOut, news, optional: others.length > 0 },
    put(card, place) {
      const at = Math.max(0, Math.min(place, order.length - 1))
      const next = without(order, card).toSpliced(at, 0, card)
      change({ order: next, news: `${card.line}, ${card.title}: now ${at + 1} of ${order.length}.` })
    },
    leaveOut: (card) =>
      change({
        order: without(order, card),
        leftOut: [...leftOut, card],
        news: `${card.line}, ${card.title}: left out.`,
      }),
    putBack: (card) =>
      change({
        order: [...order, card],
        leftOut: without(leftOut, card),
        news: `${card.line}, ${card.title}: back, as the last.`,
      }),
    mixAgain: () => change(mix(placed.mixed + 1)),
  }
}
