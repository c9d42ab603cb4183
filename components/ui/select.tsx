import { useId } from 'react'
import { classes } from './classes'

interface SelectProps {
  id?: string
  value: string
  choices: readonly { value: string; label: string }[]
  onChange(value: string): void
  disabled?: boolean
  className?: string
}

/** One of a list that is too long to lie open. Its label is whoever's draws it. */
export function Select({ choices, onChange, className, ...rest }: SelectProps) {
  return (
    <select
      {...rest}
      onChange={(event) => onChange(event.currentTarget.value)}
      className={classes('h-8 max-w-full rounded-md border border-control bg-surface px-2', className)}
    >
      {choices.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  )
}

/** The same under its label. */
export function Picker({ label, ...select }: SelectProps & { label: string }) {
  const id = useId()
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="mb-1 block text-muted text-sm">
        {label}
      </label>
      <Select id={id} {...select} />
    </div>
  )
}
