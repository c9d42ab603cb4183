import { classes } from './classes'
import { Icon, type IconName } from './icon'

interface SegmentedProps<Value extends string> {
  label: string
  choices: readonly { value: Value; label: string; icon?: IconName }[]
  value: Value
  onChange(value: Value): void
  /** For `aria-keyshortcuts` on the group's buttons. */
  shortcut?: string
}

/** A few choices side by side, one of them pressed. */
export function Segmented<Value extends string>({ label, choices, value, onChange, shortcut }: SegmentedProps<Value>) {
  return (
    <fieldset className="inline-flex rounded-lg border border-control bg-surface p-0.5" aria-label={label}>
      {choices.map((choice) => (
        <button
          key={choice.value}
          type="button"
          aria-pressed={choice.value === value}
          aria-keyshortcuts={shortcut}
          onClick={() => onChange(choice.value)}
          className={classes(
            'flex h-6.5 items-center gap-1.5 rounded-md px-2.5 text-sm',
            choice.value === value ? 'bg-sunken font-semibold text-ink' : 'text-muted hover:text-ink',
          )}
        >
          {choice.icon && <Icon name={choice.icon} size={14} />}
          {choice.label}
        </button>
      ))}
    </fieldset>
  )
}
