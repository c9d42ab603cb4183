import { Fragment } from 'react'
import { pieces } from './occurrences'

/** Protocol text with the marked value in it made visible by a line under it and weight, not by hue only. */
export function Marked({ text, marked }: { text: string; marked: string | null }) {
  return pieces(text, marked).map((piece, index) =>
    piece.marked ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text have no other name.
      <mark key={index} className="border-accent border-b-2 font-bold">
        {piece.text}
      </mark>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text have no other name.
      <Fragment key={index}>{piece.text}</Fragment>
    ),
  )
}
