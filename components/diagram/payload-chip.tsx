'use client'

import { useViewer } from '@/components/player/player-context'
import type { CarriedFact } from '@/components/transcript/facts'
import { classes } from '@/components/ui/classes'
import { SecretGlyph } from '@/components/ui/secret-glyph'

export const chipLook = (marked: boolean) =>
  classes(
    'inline-flex items-center gap-1 whitespace-nowrap rounded border px-1.5 text-[12px] leading-none',
    marked ? 'border-ink bg-mark text-ink outline outline-ink' : 'border-control bg-surface text-ink',
  )

/** A secret on a message. In the diagram, which is a picture, it answers to the pointer only (`data-value`). */
export function PayloadChip({ carried }: { carried: CarriedFact }) {
  const marked = useViewer((viewer) => viewer.marked === carried.value)
  return (
    <span className={classes(chipLook(marked), 'h-[18px] cursor-pointer hover:border-ink')} data-value={carried.value}>
      <SecretGlyph kind={carried.kind} size={11} />
      {carried.text}
    </span>
  )
}
