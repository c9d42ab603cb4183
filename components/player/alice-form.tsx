'use client'

import { type FormEvent, useId } from 'react'
import { Button } from '@/components/ui/button'
import type { ScreenForm as Form, ScreenField } from '@/lib/user-agent/screen'
import { NEXT_BUTTON } from './next-button'
import { usePlayer, usePlayerActions } from './player-context'
import type { PlayerView } from './player-view'

/** A form of the page Alice looks at, filled in; one click sends it. */
export function ScreenForm({ form }: { form: Form }) {
  const { submit } = usePlayerActions()
  const typed = form.fields.filter(({ type }) => type !== 'checkbox')
  const checks = form.fields.filter(({ type }) => type === 'checkbox')

  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const { submitter } = event.nativeEvent as SubmitEvent
    submit(form.name, valuesOf(form, new FormData(event.currentTarget, submitter)))
    // The form is about to go; the focus stays with the player.
    document.getElementById(NEXT_BUTTON)?.focus()
  }

  return (
    <form onSubmit={send} aria-label={form.name} className="mt-1.5" autoComplete="off">
      {typed.length > 0 && (
        <div className="grid grid-cols-2 gap-2">
          {typed.map((field) => (
            <TextField key={field.name} field={field} />
          ))}
        </div>
      )}
      {checks.map((field) => (
        <CheckField key={field.value} field={field} />
      ))}
      <div className="mt-2 flex gap-2">
        {form.buttons.map((button, at) => (
          <Button
            key={`${button.name} ${button.value} ${button.label}`}
            type="submit"
            variant={at === form.buttons.length - 1 ? 'primary' : 'secondary'}
            name={button.name}
            value={button.value}
            className="flex-1"
          >
            {button.label}
          </Button>
        ))}
      </div>
    </form>
  )
}

function TextField({ field }: { field: ScreenField }) {
  const { account, devices } = usePlayer()
  const known =
    field.type === 'password'
      ? account.password
      : field.name === 'username'
        ? account.username
        : shownCode(field.name, devices)
  const id = useId()
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="block text-muted text-xs">
        {field.label}
      </label>
      <input
        id={id}
        name={field.name}
        type={field.type}
        defaultValue={field.value || known}
        className="mt-0.5 h-8 w-full rounded-md border border-control bg-surface px-2 text-sm"
      />
    </div>
  )
}

/** A code that a device shows, for the field that asks for one. */
function shownCode(field: string, devices: PlayerView['devices']): string {
  if (field !== 'user_code') return ''
  const texts = devices.flatMap(({ screen }) => screen.text)
  return texts.find((text) => /^[A-Z]{4}-[A-Z]{4}$/.test(text)) ?? ''
}

function CheckField({ field }: { field: ScreenField }) {
  return (
    <label className="flex min-h-6 items-center gap-2 text-sm">
      <input
        type="checkbox"
        name={field.name}
        value={field.value}
        defaultChecked={field.checked}
        className="size-4 shrink-0 accent-(--accent)"
      />
      {field.label}
    </label>
  )
}

/** What the form sends: a list for the names of checkboxes, otherwise one value. */
function valuesOf(form: Form, data: FormData): Record<string, string | string[]> {
  const lists = new Set(form.fields.filter(({ type }) => type === 'checkbox').map(({ name }) => name))
  const names = new Set([...lists, ...data.keys()])
  return Object.fromEntries(
    [...names].map((name) => {
      const values = data.getAll(name).filter((value) => typeof value === 'string')
      return [name, lists.has(name) ? values : (values[0] ?? '')]
    }),
  )
}
