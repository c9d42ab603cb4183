import { classes } from '@/components/ui/classes'
import { Icon } from '@/components/ui/icon'
import type { Cell } from '@/lib/attack-matrix/cell'
import { CELL_LOOK } from '../verdict'

interface CellButtonProps {
  cell: Cell
  /** `A code is redeemed a second time, Authorization code`. */
  name: string
  open: boolean
  /** The only one of the grid that Tab leads to. */
  reachable: boolean
  onOpen(): void
  className?: string
}

/** A cell of the matrix: glyph and word, and the check that stopped it. */
export function CellButton({
  cell: { verdict, stoppedBy },
  name,
  open,
  reachable,
  onOpen,
  className,
}: CellButtonProps) {
  const { icon, word, look } = CELL_LOOK[verdict]
  return (
    <button
      type="button"
      aria-label={`${name}: ${word}${stoppedBy ? ` by ${stoppedBy}` : ''}`}
      aria-expanded={open}
      tabIndex={reachable ? 0 : -1}
      onClick={onOpen}
      className={classes(
        'flex min-h-11 w-full flex-col justify-center rounded-md border px-1.5 py-1 text-left hover:border-ink',
        look,
        open ? 'border-accent outline outline-accent' : 'border-transparent',
        verdict === 'vulnerable' && 'bg-attacker-tint',
        className,
      )}
    >
      <span className="flex items-center gap-1.5 font-medium text-sm">
        <Icon name={icon} size={15} className="shrink-0" />
        {verdict === 'not-applicable' ? <span className="font-normal">n/a</span> : word}
      </span>
      {stoppedBy && (
        <span className="w-full break-words font-mono text-[11.5px] text-muted leading-4">{breakable(stoppedBy)}</span>
      )}
    </button>
  )
}

/** A name that may break before a dot and between the words of camel case. */
function breakable(name: string): string {
  return name.replace(/\.|(?<=[a-z])(?=[A-Z])/g, (found) => `\u200B${found}`)
}
