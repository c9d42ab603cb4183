'use client'

import { useId } from 'react'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Select } from '@/components/ui/select'
import { usePlayer, usePlayerActions, useViewer } from './player-context'
import type { RunOption } from './player-view'

/** The run's options. Changing one starts a new run. */
export function OptionsMenu() {
  const { options, home, readOnly = false } = usePlayer()
  const id = useId()
  if (options.length === 0) return null
  const now = options.map(({ label, value, choices }) => `${label}: ${labelOf(choices, value)}`).join(' · ')
  return (
    <>
      {!home && <span className="hidden max-w-96 truncate pr-1 text-muted text-sm xl:inline">{now}</span>}
      <Button variant="quiet" popoverTarget={id}>
        <Icon name="options" />
        <span className="max-md:sr-only">Options</span>
      </Button>
      <div
        id={id}
        popover="auto"
        className="fixed inset-auto top-12 right-2 m-0 w-80 rounded-lg border border-control bg-surface p-4 text-ink"
      >
        <div className="flex flex-col gap-3">
          {options.map((option) => (
            <OptionField key={option.name} option={option} />
          ))}
        </div>
        <p className="mt-3 text-subtle text-xs">
          {readOnly
            ? 'Chosen for this run, which can only be looked at.'
            : 'Changing an option starts a new run in a fresh lab.'}
        </p>
      </div>
    </>
  )
}

const labelOf = (choices: RunOption['choices'], value: string) =>
  choices.find((choice) => choice.value === value)?.label ?? value

function OptionField({ option }: { option: RunOption }) {
  const { readOnly = false } = usePlayer()
  const { setOption } = usePlayerActions()
  const tab = useViewer((viewer) => viewer.tab)
  const view = useViewer((viewer) => viewer.view)
  const id = useId()
  return (
    <div className="flex items-center justify-between gap-3">
      <label htmlFor={id} className="text-sm">
        {option.label}
      </label>
      <Select
        id={id}
        value={option.value}
        choices={option.choices}
        disabled={readOnly}
        onChange={(value) => setOption(option.name, value, { tab, view })}
        className="min-w-36 text-sm"
      />
    </div>
  )
}
