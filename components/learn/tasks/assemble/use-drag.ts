import { type DragEvent, useState } from 'react'
import type { Card } from '@/lib/course/tasks/cards'
import type { Deck } from './use-deck'

/** Putting cards in place with a pointer; everything it does can be done with the buttons. */
export function useDrag({ order, put }: Deck) {
  const [dragged, setDragged] = useState<Card | null>(null)
  const [over, setOver] = useState<Card | null>(null)
  const end = () => {
    setDragged(null)
    setOver(null)
  }
  return {
    over: dragged && over !== dragged ? over : null,
    handlers: (card: Card) => ({
      draggable: true,
      onDragStart(event: DragEvent) {
        event.dataTransfer.effectAllowed = 'move'
        event.dataTransfer.setData('text/plain', card.line)
        setDragged(card)
      },
      onDragOver(event: DragEvent) {
        if (!dragged) return
        event.preventDefault()
        setOver(card)
      },
      onDrop(event: DragEvent) {
        event.preventDefault()
        if (dragged && dragged !== card) put(dragged, order.indexOf(card))
        end()
      },
      onDragEnd: end,
    }),
  }
}
