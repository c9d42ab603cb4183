import { classes } from '@/components/ui/classes'
import { Icon } from '@/components/ui/icon'
import type { Mark } from '@/lib/wire/exposure'

/** How much somebody has: a full, a half or a dotted disc; a warning where it should not be so. Decorative. */
export function CellMark({ mark, wrong, breach }: { mark: Mark; wrong: boolean; breach: boolean }) {
  if (wrong) return <Icon name="warning" size={16} className={classes('shrink-0', breach && 'text-attacker-ink')} />
  return (
    <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true" className="shrink-0">
      <circle
        cx="7"
        cy="7"
        r="5"
        fill={mark === 'holds' ? 'currentColor' : 'none'}
        stroke="currentColor"
        strokeWidth="1.5"
        strokeDasharray={mark === 'derived' ? '2 1.93' : undefined}
      />
      {mark === 'passed' && <path d="M7 2a5 5 0 0 0 0 10Z" fill="currentColor" />}
    </svg>
  )
}

const LEGEND: readonly { mark: Mark; wrong: boolean; word: string }[] = [
  { mark: 'holds', wrong: false, word: 'has it' },
  { mark: 'passed', wrong: false, word: 'handed it on, or had it' },
  { mark: 'derived', wrong: false, word: 'only a hash' },
  { mark: 'holds', wrong: true, word: 'should not be' },
]

/** What the glyphs of the table stand for. */
export function MarkLegend() {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-muted text-xs" aria-label="Glyphs of the table">
      {LEGEND.map(({ mark, wrong, word }) => (
        <li key={word} className="inline-flex items-center gap-1.5 whitespace-nowrap">
          <span className="grid size-4 place-items-center text-ink">
            <CellMark mark={mark} wrong={wrong} breach={false} />
          </span>
          {word}
        </li>
      ))}
      <li className="inline-flex items-center gap-1.5 whitespace-nowrap">
        <span aria-hidden="true" className="w-4 text-center">
          –
        </span>
        never
      </li>
    </ul>
  )
}
