'use client'

import { useId } from 'react'
import { Segmented } from '@/components/ui/segmented'
import { type Draft, isForm } from './draft'
import { ChangedFrom } from './field-parts'
import { FieldTable } from './field-table'
import type { Problem } from './problems'
import type { DraftAction } from './reducer'

const MODES = [
  { value: 'form', label: 'Fields' },
  { value: 'raw', label: 'Raw' },
] as const

interface BodyEditorProps {
  draft: Draft
  act(action: DraftAction): void
  problems: readonly Problem[]
}

/** The body: as form fields, or as the text it is. */
export function BodyEditor({ draft, act, problems }: BodyEditorProps) {
  const id = useId()
  const raw = draft.rawBody !== null
  const original = draft.original.body ?? ''
  const choosable = isForm(draft.original)
  return (
    <>
      {raw && (
        <section className="px-4 pt-4">
          <label htmlFor={id} className="font-semibold text-sm">
            Body
          </label>
          <textarea
            id={id}
            value={draft.rawBody ?? ''}
            rows={5}
            spellCheck={false}
            onChange={(event) => act({ type: 'body', value: event.target.value })}
            className="mt-1 block w-full rounded-md border border-control bg-surface px-2 py-1 font-mono text-sm [overflow-wrap:anywhere]"
          />
          {draft.rawBody !== original && (
            <ChangedFrom was={original || '(empty)'} onRestore={() => act({ type: 'body', value: original })} />
          )}
        </section>
      )}
      {!raw && <FieldTable group="form" draft={draft} act={act} problems={problems} />}
      {choosable && (original !== '' || raw || draft.fields.form.length > 0) && (
        <div className="px-4 pt-1">
          <Segmented
            label="Edit the body as"
            choices={MODES}
            value={raw ? 'raw' : 'form'}
            onChange={(mode) => act({ type: 'raw-body', on: mode === 'raw' })}
          />
        </div>
      )}
    </>
  )
}
