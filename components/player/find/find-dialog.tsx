'use client'

import { type KeyboardEvent, useId, useState } from 'react'
import { classes } from '@/components/ui/classes'
import { ModalDialog } from '@/components/ui/dialog'
import { usePlayer, usePlayerActions } from '../player-context'
import { type Finding, findings } from './findings'

/** Go to a step by number or name, or to where a field or a term comes up. */
export function FindDialog({ onClose }: { onClose(): void }) {
  const { steps, head } = usePlayer()
  const { goTo } = usePlayerActions()
  const [query, setQuery] = useState('')
  const [place, setPlace] = useState(0)
  const id = useId()
  const found = findings(steps, head, query)
  const chosen = found[Math.min(place, found.length - 1)]

  function go({ step }: Finding) {
    goTo(step)
    onClose()
  }

  function onKeyDown(event: KeyboardEvent) {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (by !== undefined && found.length > 0) {
      event.preventDefault()
      const next = (Math.min(place, found.length - 1) + by + found.length) % found.length
      setPlace(next)
      document.getElementById(`${id}-${found[next]?.id}`)?.scrollIntoView({ block: 'nearest' })
    }
    if (event.key === 'Enter' && chosen) {
      event.preventDefault()
      go(chosen)
    }
  }

  return (
    <ModalDialog title="Go to" onClose={onClose} className="mt-[8dvh] w-[min(36rem,94vw)]">
      <input
        data-focus-first
        type="text"
        role="combobox"
        aria-label="Step, field or term"
        aria-expanded={found.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={chosen && `${id}-${chosen.id}`}
        autoComplete="off"
        spellCheck={false}
        placeholder="13, token request, code_verifier, RFC 7636 …"
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value)
          setPlace(0)
        }}
        onKeyDown={onKeyDown}
        className="h-11 w-full rounded-lg border border-control bg-surface px-3 text-base"
      />
      <p role="status" className="mt-2 text-muted text-sm">
        {found.length === 0 ? nothing(query, head) : `${found.length} ${found.length === 1 ? 'place' : 'places'}`}
      </p>
      {found.length > 0 && (
        <div id={`${id}-list`} role="listbox" aria-label="Places" className="mt-1 max-h-[50dvh] overflow-y-auto">
          {found.map((finding, at) => (
            <Row
              key={finding.id}
              id={`${id}-${finding.id}`}
              finding={finding}
              heads={finding.group !== found[at - 1]?.group}
              chosen={finding === chosen}
              onGo={() => go(finding)}
            />
          ))}
        </div>
      )}
    </ModalDialog>
  )
}

function nothing(query: string, head: number): string {
  if (head === 0) return 'Nothing has happened yet. Press Next first; then every step can be gone to.'
  return `Nothing that has happened so far is called “${query.trim()}”. Try a number, a part of a name, or a field.`
}

interface RowProps {
  id: string
  finding: Finding
  /** The first of its group. */
  heads: boolean
  chosen: boolean
  onGo(): void
}

function Row({ id, finding: { group, label, detail }, heads, chosen, onGo }: RowProps) {
  return (
    <>
      {heads && (
        <p aria-hidden="true" className="px-3 pt-2 pb-1 font-semibold text-subtle text-xs">
          {group}
        </p>
      )}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the text field above has the keys. */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: options of a combobox are never focused. */}
      <div
        id={id}
        role="option"
        aria-selected={chosen}
        onClick={onGo}
        className={classes(
          'flex min-h-9 cursor-pointer items-baseline gap-3 rounded-md px-3 py-1.5',
          chosen ? 'bg-sunken font-semibold outline outline-control' : 'hover:bg-sunken',
        )}
      >
        <span className="min-w-0 flex-1 truncate">{label}</span>
        <span
          className={classes('max-w-[55%] truncate font-normal text-muted text-xs', group !== 'Terms' && 'font-mono')}
        >
          {detail}
        </span>
      </div>
    </>
  )
}
