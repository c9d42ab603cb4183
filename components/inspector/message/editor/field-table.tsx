'use client'

import { useRef } from 'react'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import type { Draft, Group } from './draft'
import { problemAt } from './field-parts'
import { FieldRow } from './field-row'
import type { Problem } from './problems'
import type { DraftAction } from './reducer'

const WORDS: Readonly<Record<Group, { caption: string; one: string }>> = {
  query: { caption: 'Query parameters', one: 'query parameter' },
  form: { caption: 'Form parameters', one: 'form parameter' },
  headers: { caption: 'Headers', one: 'header' },
  cookies: { caption: 'Cookies', one: 'cookie' },
}

interface FieldTableProps {
  group: Group
  draft: Draft
  act(action: DraftAction): void
  problems: readonly Problem[]
}

/** One group of fields: change, remove, undo, add. */
export function FieldTable({ group, draft, act, problems }: FieldTableProps) {
  const table = useRef<HTMLTableElement>(null)
  const fields = draft.fields[group]
  const { caption, one } = WORDS[group]

  function add() {
    act({ type: 'add', group })
    requestAnimationFrame(() => [...(table.current?.querySelectorAll('textarea') ?? [])].at(-2)?.focus())
  }

  return (
    <section className="px-4 pt-4">
      <table ref={table} className="w-full table-fixed border-collapse">
        <caption className="text-left font-semibold text-sm">{caption}</caption>
        <colgroup>
          <col className="w-34 @min-[420px]:w-40" />
          <col />
          <col className="w-8" />
        </colgroup>
        <thead className="sr-only">
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Value</th>
            <th scope="col">Change</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <FieldRow
              key={field.id}
              field={field}
              one={one}
              problem={problemAt(problems, field.id)}
              act={act}
              group={group}
            />
          ))}
        </tbody>
      </table>
      <Button variant="quiet" onClick={add} className="mt-1 -ml-2 text-muted">
        <Icon name="plus" size={12} />
        Add a {one}
      </Button>
    </section>
  )
}
