import { useId } from 'react'

interface PickerProps {
  label: string
  value: string
  choices: readonly { value: string; label: string }[]
  onChange(value: string): void
}

/** One of a list that is too long to lie open. */
export function Picker({ label, value, choices, onChange }: PickerProps) {
  const id = useId()
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="mb-1 block text-muted text-sm">
        {label}
      </label>
      <select
        id={id}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        className="h-8 max-w-full rounded-md border border-control bg-surface px-2"
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  )
}
