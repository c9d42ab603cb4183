'use client'

import { useState } from 'react'
import { useViewer } from '@/components/player/player-context'
import { classes } from '@/components/ui/classes'
import { CopyIcon } from '@/components/ui/copy-button'
import { TextButton } from '@/components/ui/text-link'
import { Jwt, jwtIn } from './jwt'
import { Marked } from './marked'
import { holds, shortened } from './occurrences'

/** Characters that are shown of a value before it is shortened: of a token, and of a text with words in it. */
const MOST = { token: 64, words: 240 }

interface ValueProps {
  text: string
  /** What it is called: `code`. For the names of the buttons. */
  name: string
  /** What to mark on a click, when that is not the whole text: the token of `Bearer …`. */
  marks?: string
  most?: number
  copy?: boolean
  className?: string
}

/** A value as it was on the wire or in a place: click to mark it everywhere, shorten, copy, decode. */
export function Value({ text, name, marks = text, most, copy = true, className }: ValueProps) {
  const [whole, setWhole] = useState(false)
  const [decoded, setDecoded] = useState(false)
  const jwt = jwtIn(text)
  const limit = most ?? (/\s/.test(text) && !jwt ? MOST.words : MOST.token)
  const long = text.length > limit
  return (
    <div className={classes('min-w-0', className)}>
      <div className="flex min-w-0 items-start gap-1">
        <MarkButton text={text} marks={marks} name={name} shown={whole ? text : shortened(text, limit)} />
        {copy && text !== '' && <CopyIcon text={text} what={name} />}
      </div>
      {(long || jwt) && (
        <div className="flex flex-wrap gap-x-3 pl-1.75">
          {long && (
            <SmallToggle pressed={whole} onPress={() => setWhole(!whole)} name={name}>
              {whole ? 'Shorten' : `Show all ${text.length} characters`}
            </SmallToggle>
          )}
          {jwt && (
            <SmallToggle pressed={decoded} onPress={() => setDecoded(!decoded)} name={name}>
              {decoded ? 'Hide decoded' : 'Decode'}
            </SmallToggle>
          )}
        </div>
      )}
      {jwt && decoded && <Jwt jwt={jwt} name={name} />}
    </div>
  )
}

interface MarkButtonProps {
  text: string
  marks: string
  name: string
  shown: string
}

function MarkButton({ text, marks, name, shown }: MarkButtonProps) {
  const mark = useViewer((viewer) => viewer.mark)
  const marked = useViewer((viewer) => (viewer.marked === marks || holds(text, viewer.marked) ? viewer.marked : null))
  if (text === '') return <span className="py-0.5 text-subtle text-sm italic">empty</span>
  return (
    <button
      type="button"
      aria-pressed={marked === marks}
      title={`Mark every occurrence of ${name}`}
      onClick={() => mark(marks)}
      className={classes(
        'min-h-6 min-w-0 rounded-sm border-l-3 px-1 py-0.5 text-left font-mono text-sm hover:bg-sunken [overflow-wrap:anywhere]',
        marked === null ? 'border-transparent' : 'border-accent bg-sunken font-bold',
      )}
    >
      <Marked text={shown} marked={marked} />
    </button>
  )
}

interface SmallToggleProps {
  pressed: boolean
  onPress(): void
  name: string
  children: string
}

function SmallToggle({ pressed, onPress, name, children }: SmallToggleProps) {
  return (
    <TextButton
      aria-expanded={pressed}
      aria-label={`${children}: ${name}`}
      onClick={onPress}
      className="text-muted text-xs"
    >
      {children}
    </TextButton>
  )
}
