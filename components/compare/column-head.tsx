'use client'

import Link from 'next/link'
import { useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { FlowDialog } from './flow-dialog'
import type { FlowSpec } from './specs/spec'
import type { ColumnView } from './view'

interface ColumnHeadProps {
  view: ColumnView
  specs: readonly FlowSpec[]
  busy: boolean
  onStep(): void
  onRetry(): void
  onChange(spec: FlowSpec): void
  onRemove(): void
}

/** A column's name, and what can be done with the column alone. */
export function ColumnHead({ view, specs, busy, onStep, onRetry, onChange, onRemove }: ColumnHeadProps) {
  const { column, title, distinctions, name } = view
  const dialog = useRef<HTMLDialogElement>(null)
  const [asked, setAsked] = useState(0)
  return (
    <div className="flex h-full flex-col border-line border-b bg-surface px-4 py-2.5">
      <div className="flex items-start gap-1">
        <div className="min-w-0 flex-1">
          <h3 className="truncate font-semibold text-lg">
            <Link href={`/flows/${column.spec.entry.slug}`} className="hover:text-accent">
              {title}
            </Link>
          </h3>
          <p className="truncate text-muted text-sm">{distinctions.join(' · ') || 'Default options'}</p>
        </div>
        <Button
          disabled={busy || column.run === null}
          onClick={onStep}
          aria-label={`One step: ${name}`}
          aria-keyshortcuts="Shift+ArrowRight"
        >
          Step
        </Button>
        <IconButton
          label={`Change: ${name}`}
          icon="options"
          onClick={() => {
            setAsked((count) => count + 1)
            dialog.current?.showModal()
          }}
        />
        <IconButton label={`Remove: ${name}`} icon="close" onClick={onRemove} />
      </div>
      <State view={view} onRetry={onRetry} />
      <FlowDialog ref={dialog} asked={asked} changes={column.spec} all={specs} onChoose={onChange} />
    </div>
  )
}

function State({ view: { column }, onRetry }: { view: ColumnView; onRetry(): void }) {
  if (column.trouble !== null) {
    return (
      <div role="alert" className="mt-2 rounded-md border border-control px-3 py-2 text-sm">
        <p>{column.trouble}</p>
        <Button className="mt-1.5" onClick={onRetry}>
          Retry
        </Button>
      </div>
    )
  }
  return column.run ? null : <p className="mt-1 text-sm text-subtle">Setting up a lab of its own …</p>
}
