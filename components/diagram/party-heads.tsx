import { classes } from '@/components/ui/classes'
import { PARTY } from '@/components/ui/party'
import { PartyIcon } from '@/components/ui/party-icon'
import { SecretGlyph } from '@/components/ui/secret-glyph'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import type { Party } from '@/lib/oauth/parties'
import { SECRET_KINDS } from '@/lib/oauth/secrets'
import type { PartyNames } from '@/machines/kit/party-names'
import type { Key } from './key-ring'

interface PartyHeadsProps {
  lanes: readonly { party: Party; x: number; pitch: number }[]
  rings: Record<Party, Key[]>
  names: PartyNames
}

/** Lanes at least this far apart have room for the role's name. */
const ROLES = 140

/** The parties above their lanes, each with its key ring: the secrets it has had in hands so far. */
export function PartyHeads({ lanes, rings, names }: PartyHeadsProps) {
  return (
    <ul className="relative h-16" aria-label="Parties and the secrets they have seen">
      {lanes.map(({ party, x, pitch }) => (
        <li
          key={party}
          className="absolute top-1 -translate-x-1/2"
          style={{ left: x, width: Math.min(pitch - 8, 190) }}
        >
          <div
            className={classes(
              'flex h-12 flex-col items-center rounded-lg border-[1.5px] px-1.5',
              pitch >= ROLES ? 'pt-0.5' : 'pt-2.5',
            )}
            style={{ borderColor: PARTY[party].line, background: PARTY[party].tint, color: PARTY[party].ink }}
          >
            <span className="flex max-w-full items-center gap-1.5">
              <PartyIcon party={party} size={18} className="shrink-0" />
              <span className="truncate font-semibold text-sm leading-5">{names[party].name}</span>
            </span>
            {pitch >= ROLES && <span className="max-w-full truncate text-xs leading-4">{names[party].role}</span>}
          </div>
          <KeyRing keys={rings[party]} className="-bottom-2.5" />
        </li>
      ))}
    </ul>
  )
}

const SHOWN = 6

/** Glyphs of the secrets a party has seen, hanging on the edge of its box. */
export function KeyRing({ keys, className }: { keys: readonly Key[]; className: string }) {
  const words = keys.map(({ kind }) => SECRET_KINDS[kind].label).join(', ')
  return (
    <p className={classes('absolute inset-x-0 flex justify-center', className)} title={words && `Has seen: ${words}`}>
      <VisuallyHidden>{words ? `Has seen: ${words}` : 'Has seen no secret yet'}</VisuallyHidden>
      <span
        className="flex h-[18px] min-w-6 items-center justify-center gap-1 rounded-full border border-control bg-surface px-1.5 text-ink"
        aria-hidden="true"
      >
        {keys.length === 0 && <span className="h-px w-2 bg-control" />}
        {keys.slice(-SHOWN).map(({ kind, value }) => (
          <SecretGlyph key={value} kind={kind} size={10} />
        ))}
        {keys.length > SHOWN && <span className="text-[12px] leading-none">+{keys.length - SHOWN}</span>}
      </span>
    </p>
  )
}
