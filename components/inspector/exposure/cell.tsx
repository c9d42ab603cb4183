'use client'

import { usePlayer, usePlayerActions } from '@/components/player/player-context'
import { classes } from '@/components/ui/classes'
import type { ExposedSecret, ExposureCell } from '@/lib/wire/exposure'
import type { Holder } from '@/lib/wire/sighting'
import { CellMark } from './cell-mark'
import { holderName } from './holders'
import { stepOf } from './ledger'
import { markWords, sinceWords } from './words'

interface CellProps {
  holder: Holder
  secret: ExposedSecret
  cell: ExposureCell | null
}

/** What somebody has of a secret: a glyph that says since when and how, and leads to that step. */
export function Cell({ holder, secret, cell }: CellProps) {
  const { steps, parties } = usePlayer()
  const { goTo } = usePlayerActions()
  if (!cell) {
    return (
      <span className="text-subtle">
        <span aria-hidden="true">–</span>
        <span className="sr-only">never</span>
      </span>
    )
  }
  const [first] = cell.sightings
  const step = stepOf(first, steps)
  const text = `${markWords(holder, cell.mark)}: ${sinceWords(first, step, parties)}`
  const why = cell.breach ? `. Should not be: ${cell.breach.why}` : ''
  const glyph = <CellMark mark={cell.mark} wrong={cell.breach !== null} breach={holder === 'attacker'} />
  const look = classes('mx-auto grid h-8 w-8 place-items-center', cell.breach && 'bg-sunken')
  if (step === null) {
    return (
      <span className={look} title={`${text}${why}`}>
        {glyph}
        <span className="sr-only">{`${text}${why}`}</span>
      </span>
    )
  }
  return (
    <button
      type="button"
      title={`${text}${why}`}
      aria-label={`${holderName(holder, parties)}, ${secret.name}: ${text}${why}. Go to step ${step}`}
      onClick={() => goTo(step)}
      className={classes(look, 'hover:bg-sunken -outline-offset-2')}
    >
      {glyph}
    </button>
  )
}
