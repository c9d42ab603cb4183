'use client'

import { useRef, useState } from 'react'
import { TextLink } from '@/components/ui/text-link'
import { Toast } from '@/components/ui/toast'
import type { GrantEntry } from '@/machines/kit/entry'
import { chosenOptions } from '@/machines/kit/options'

interface OptionsToastProps {
  entry: GrantEntry
  /** The options of the run, as its URL has them. */
  chosen: string
  /** The run stands. */
  ready: boolean
}

/** After other options were chosen: what is new, and both runs side by side. */
export function OptionsToast({ entry, chosen, ready }: OptionsToastProps) {
  const [closed, setClosed] = useState(chosen)
  const shown = useRef({ now: chosen, before: chosen })
  if (shown.current.now !== chosen) shown.current = { now: chosen, before: shown.current.now }
  if (closed === chosen || !ready) return null
  const { before } = shown.current
  return (
    <Toast key={chosen} text={`A new run. ${changes(entry, before, chosen)}`} onClose={() => setClosed(chosen)}>
      {!entry.home && (
        <TextLink
          href={`/compare?flows=${specOf(entry, before)},${specOf(entry, chosen)}`}
          alone
          className="font-medium text-sm"
        >
          Compare with previous
        </TextLink>
      )}
    </Toast>
  )
}

const optionsOf = (entry: GrantEntry, key: string) =>
  chosenOptions(entry.options, Object.fromEntries(new URLSearchParams(key)))

/** `PKCE: Off.` */
function changes(entry: GrantEntry, before: string, now: string): string {
  const old = optionsOf(entry, before)
  const chosen = optionsOf(entry, now)
  const told = entry.options.flatMap(({ name, label, choices }) => {
    if (old[name] === chosen[name]) return []
    return [`${label}: ${choices.find(({ value }) => value === chosen[name])?.label ?? chosen[name]}.`]
  })
  return told.join(' ')
}

/** The flow as `/compare` names it: `authorization-code~pkce:off`. */
function specOf(entry: GrantEntry, key: string): string {
  const chosen = optionsOf(entry, key)
  const changed = entry.options.filter((option) => chosen[option.name] !== option.default)
  return [entry.slug, ...changed.map(({ name }) => `${name}:${chosen[name]}`)].join('~')
}
