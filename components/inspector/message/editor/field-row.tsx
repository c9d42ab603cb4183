'use client'

import { type ComponentProps, useId } from 'react'
import { classes } from '@/components/ui/classes'
import { IconButton } from '@/components/ui/icon-button'
import { type Field, type Group, isChanged } from './draft'
import { ChangedFrom, INPUT, ProblemText } from './field-parts'
import type { DraftAction } from './reducer'

interface FieldRowProps {
  field: Field
  group: Group
  /** What it is: `header`. */
  one: string
  problem: string | null
  act(action: DraftAction): void
}

/** Name and value of one field, with what it was before and why it cannot be sent. */
export function FieldRow({ field, group, one, problem, act }: FieldRowProps) {
  const id = useId()
  const { name, value, was, removed } = field
  const change = (part: Partial<Pick<Field, 'name' | 'value'>>) =>
    act({ type: 'field', group, id: field.id, change: part })
  const common = {
    spellCheck: false,
    autoComplete: 'off',
    autoCapitalize: 'off',
    'aria-invalid': problem !== null,
    'aria-describedby': id,
  }
  const bar = isChanged(field) ? 'border-accent bg-sunken' : 'border-transparent'
  if (removed) {
    return (
      <tr>
        <td colSpan={3} className={classes('border-l-3 py-1 pl-2', bar)}>
          <p className="text-sm leading-8">
            <s className="font-mono text-muted">{name}</s> <strong className="font-semibold">removed</strong>
          </p>
          <ChangedFrom was={value || '(empty)'} onRestore={() => act({ type: 'restore', group, id: field.id })} />
        </td>
      </tr>
    )
  }
  return (
    <tr>
      <td className={classes('border-l-3 py-1 pr-1 pl-2 align-top', bar)}>
        <TextBox
          {...common}
          aria-label={`Name of ${was?.[0] ?? `the new ${one}`}`}
          value={name}
          onChange={(event) => change({ name: event.target.value })}
          bold={was !== null && was[0] !== name}
        />
      </td>
      <td className={classes('py-1 align-top', bar === 'border-transparent' ? '' : 'bg-sunken')}>
        <TextBox
          {...common}
          aria-label={`Value of ${name || `the new ${one}`}`}
          value={value}
          onChange={(event) => change({ value: event.target.value })}
          bold={isChanged(field)}
        />
        <ProblemText id={id} sentence={problem} />
        {was === null && <p className="text-muted text-xs leading-6">added</p>}
        {was !== null && isChanged(field) && (
          <ChangedFrom
            was={was[0] === name ? was[1] || '(empty)' : `${was[0]} = ${was[1]}`}
            onRestore={() => act({ type: 'restore', group, id: field.id })}
          />
        )}
      </td>
      <td className={classes('py-1 align-top', bar === 'border-transparent' ? '' : 'bg-sunken')}>
        <IconButton
          icon="trash"
          label={`Remove ${name || `the new ${one}`}`}
          onClick={() => act({ type: 'remove', group, id: field.id })}
          className="p-0! text-muted"
        />
      </td>
    </tr>
  )
}

/** One line of text that wraps and grows, so that a token can be read while it is edited. */
function TextBox({ bold, ...rest }: ComponentProps<'textarea'> & { bold: boolean }) {
  return (
    <textarea
      {...rest}
      rows={1}
      onKeyDown={(event) => event.key === 'Enter' && !event.shiftKey && event.preventDefault()}
      className={classes(
        INPUT,
        'field-sizing-content h-auto! min-h-8 resize-none break-all py-1.25',
        bold && 'font-bold',
      )}
    />
  )
}
