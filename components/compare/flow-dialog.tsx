'use client'

import { type FormEvent, type RefObject, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Picker } from '@/components/ui/select'
import { CATALOGUE, findGrant } from '@/machines/catalogue'
import { GRANT_GROUPS, type GrantEntry, type GrantGroup } from '@/machines/kit/entry'
import { chosenOptions } from '@/machines/kit/options'
import { type FlowSpec, specKey } from './specs/spec'

interface FlowChoice {
  /** The column that is changed; null when one is added. */
  changes: FlowSpec | null
  /** Every column there is: the same twice would say nothing. */
  all: readonly FlowSpec[]
  onChoose(spec: FlowSpec): void
}

interface FlowDialogProps extends FlowChoice {
  ref: RefObject<HTMLDialogElement | null>
  /** Counts how often it was asked for: every time it begins with what is there. */
  asked: number
}

const FIELD = 'h-8 w-full rounded-md border border-control bg-surface px-2'

/** Which flow, and with which options. */
export function FlowDialog({ ref, asked, ...choice }: FlowDialogProps) {
  return (
    <Dialog ref={ref} title={choice.changes ? 'Change this column' : 'Add a flow'} className="w-[min(26rem,92vw)]">
      <FlowForm key={asked} {...choice} onClose={() => ref.current?.close()} />
    </Dialog>
  )
}

function FlowForm({ changes, all, onChoose, onClose }: FlowChoice & { onClose(): void }) {
  const [entry, setEntry] = useState<GrantEntry>(changes?.entry ?? firstUnused(all))
  const [wanted, setWanted] = useState<Record<string, string>>(changes?.options ?? {})
  const spec: FlowSpec = { entry, options: chosenOptions(entry.options, wanted) }
  const others = all.filter((one) => changes === null || specKey(one) !== specKey(changes))
  const twice = others.some((one) => specKey(one) === specKey(spec))

  function choose(event: FormEvent) {
    event.preventDefault()
    if (twice) return
    onClose()
    onChoose(spec)
  }

  return (
    <form onSubmit={choose} className="grid gap-3.5">
      <label className="grid gap-1 text-sm">
        <span className="text-muted">Flow</span>
        <select
          value={entry.slug}
          onChange={(event) => setEntry(findGrant(event.currentTarget.value) ?? entry)}
          className={FIELD}
        >
          {(Object.keys(GRANT_GROUPS) as GrantGroup[]).map((group) => (
            <optgroup key={group} label={GRANT_GROUPS[group]}>
              {CATALOGUE.filter((one) => (one.group ?? 'start') === group).map(({ slug, title }) => (
                <option key={slug} value={slug}>
                  {title}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </label>
      {entry.options.map(({ name, label, choices }) => (
        <Picker
          key={`${entry.slug} ${name}`}
          label={label}
          value={spec.options[name] ?? ''}
          choices={choices}
          onChange={(value) => setWanted((before) => ({ ...before, [name]: value }))}
          className="w-full"
        />
      ))}
      <p role="status" className="min-h-5 text-muted text-sm">
        {twice ? 'This flow with these options stands there already: change the flow or an option.' : ''}
      </p>
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>Cancel</Button>
        <Button variant="primary" type="submit" aria-disabled={twice} className="aria-disabled:opacity-60">
          {changes ? 'Change' : 'Add'}
        </Button>
      </div>
    </form>
  )
}

function firstUnused(all: readonly FlowSpec[]): GrantEntry {
  const [first] = CATALOGUE
  if (!first) throw new Error('The catalogue is empty.')
  return CATALOGUE.find((entry) => all.every((one) => one.entry !== entry)) ?? first
}
