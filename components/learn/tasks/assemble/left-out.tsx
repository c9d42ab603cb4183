import { Button } from '@/components/ui/button'
import type { PartyNames } from '@/machines/kit/party-names'
import { CardFace } from './card-face'
import type { Deck } from './use-deck'

/** The cards that the learner takes not to belong to the flow. */
export function LeftOut({ deck: { leftOut, putBack }, names }: { deck: Deck; names: PartyNames }) {
  return (
    <section aria-label="Left out">
      <h2 className="font-semibold text-lg">Left out</h2>
      {leftOut.length === 0 ? (
        <p className="mt-1 text-muted text-sm">Nothing yet. Not all of the cards belong to the flow.</p>
      ) : (
        <ul className="mt-2 flex flex-col gap-1.5">
          {leftOut.map((card) => (
            <li
              key={card.id}
              className="flex items-start gap-2 rounded-lg border border-line border-dashed bg-surface px-3 py-2"
            >
              <CardFace card={card} names={names} />
              <Button aria-label={`Put back: ${card.line}, ${card.title}`} onClick={() => putBack(card)}>
                Put back
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
