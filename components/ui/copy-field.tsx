import { CopyButton } from './copy-button'

interface CopyFieldProps {
  /** Name of the field. */
  label: string
  text: string
  /** What stands on the button. */
  button: string
}

/** A text to be taken along: shown in one line, selected when the field is entered, with a button that copies it. */
export function CopyField({ label, text, button }: CopyFieldProps) {
  return (
    <div className="flex gap-2">
      <input
        readOnly
        aria-label={label}
        value={text}
        onFocus={(event) => event.currentTarget.select()}
        className="h-8 min-w-0 flex-1 rounded-md border border-control bg-canvas px-2 font-mono text-xs"
      />
      <CopyButton text={text}>{button}</CopyButton>
    </div>
  )
}
