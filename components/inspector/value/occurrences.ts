import { encodeFormValue } from '@/lib/oauth/form'

/** Values shorter than this are marked only where they stand alone: `S256` would be found by accident. */
const LEAST_INSIDE = 8

/** Whether `text` is the marked value, or carries it (as it is or urlencoded). */
export function holds(text: string, marked: string | null): boolean {
  if (marked === null || marked === '') return false
  return text === marked || forms(marked).some((form) => text.includes(form))
}

export interface Piece {
  text: string
  marked: boolean
}

/** A text cut into what is and what is not the marked value. */
export function pieces(text: string, marked: string | null): Piece[] {
  if (!holds(text, marked) || marked === null) return [{ text, marked: false }]
  if (text === marked) return [{ text, marked: true }]
  const found = forms(marked).filter((form) => text.includes(form))
  const pattern = new RegExp(`(${found.map((form) => form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`, 'g')
  return text
    .split(pattern)
    .map((part, index) => ({ text: part, marked: index % 2 === 1 }))
    .filter((piece) => piece.text !== '')
}

/** How a value may be written within a longer text; longest first. */
function forms(value: string): string[] {
  if (value.length < LEAST_INSIDE) return []
  const all = [value, encodeURIComponent(value), encodeFormValue(value)]
  return [...new Set(all)].sort((one, other) => other.length - one.length)
}

/** The first and last characters of a long value. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text
  const tail = Math.floor((most - 1) / 3)
  return `${text.slice(0, most - 1 - tail)}…${text.slice(-tail)}`
}
