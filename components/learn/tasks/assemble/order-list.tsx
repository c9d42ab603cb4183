import { useLayoutEffect, useRef } from 'react'
import { classes } from '@/components/ui/classes'
import { IconButton } from '@/components/ui/icon-button'
import type { Card } from '@/lib/course/tasks/cards'
import type { OrderLine } from '@/lib/course/tasks/run-order'
import type { PartyNames } from '@/machines/kit/party-names'
import { CardFace } from './card-face'
import { CardOutcome } from './card-outcome'
import type { Deck } from './use-deck'
import { useDrag } from './use-drag'

interface OrderListProps {
  deck: Deck
  names: PartyNames
  /** What came of the cards, from the first on. */
  lines: readonly OrderLine[]
}

/** The cards in the learner's order, to be moved with two buttons each, or dragged. */
export function OrderList({ deck, names, lines }: OrderListProps) {
  const { order, optional } = deck
  const drag = useDrag(deck)
  const pressed = useRef<HTMLElement | null>(null)
  // A card that moves in the list takes the focus along.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the order is what has changed
  useLayoutEffect(() => {
    pressed.current?.focus()
    pressed.current = null
  }, [order])
  const move = (card: Card, place: number, button: HTMLElement) => {
    pressed.current = button
    if (place >= 0 && place < order.length) deck.put(card, place)
  }
  const stopped = lines.find(({ kind }) => kind !== 'answered')?.card
  return (
    <ol aria-label="Your order" className="mt-3 flex flex-col gap-1.5">
      {order.map((card, place) => {
        const line = lines[place]
        const name = `${card.line}, ${card.title}`
        return (
          <li
            key={card.id}
            {...drag.handlers(card)}
            className={classes(
              'flex items-start gap-2 rounded-lg border bg-surface px-2 py-2 sm:gap-3 sm:px-3',
              card === stopped ? 'border-ink' : drag.over === card ? 'border-accent' : 'border-line',
            )}
          >
            <span className="w-5 shrink-0 pt-0.5 text-right font-semibold text-muted tabular-nums">{place + 1}</span>
            <div className="min-w-0 flex-1">
              <CardFace card={card} names={names} />
              {line && <CardOutcome line={line} />}
            </div>
            <div className="flex shrink-0">
              <IconButton
                label={`Up: ${name}`}
                icon="up"
                aria-disabled={place === 0}
                className="aria-disabled:text-subtle"
                onClick={(event) => move(card, place - 1, event.currentTarget)}
              />
              <IconButton
                label={`Down: ${name}`}
                icon="down"
                aria-disabled={place === order.length - 1}
                className="aria-disabled:text-subtle"
                onClick={(event) => move(card, place + 1, event.currentTarget)}
              />
              {optional && <IconButton label={`Leave out: ${name}`} icon="close" onClick={() => deck.leaveOut(card)} />}
            </div>
          </li>
        )
      })}
    </ol>
  )
}
