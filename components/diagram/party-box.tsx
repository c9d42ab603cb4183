import { classes } from '@/components/ui/classes'
import { PARTY } from '@/components/ui/party'
import { PartyIcon } from '@/components/ui/party-icon'
import type { Party } from '@/lib/oauth/parties'
import type { PartyName } from '@/machines/kit/party-names'

interface PartyBoxProps {
  party: Party
  called: PartyName
  /** It sends, receives or is spoken of now. */
  involved: boolean
  /** Shape above name where boxes have to be narrow. */
  narrow?: boolean
}

/** A party as the map draws it: shape, name, role and hue. Fills its place. */
export function PartyBox({ party, called, involved, narrow = false }: PartyBoxProps) {
  return (
    <span
      className={classes(
        'flex h-full items-center justify-center gap-2 rounded-lg px-1.5',
        narrow && 'max-sm:flex-col max-sm:gap-0.5',
        involved ? 'border-[3px]' : 'border-[1.5px]',
      )}
      style={{ borderColor: PARTY[party].line, background: PARTY[party].tint, color: PARTY[party].ink }}
    >
      <PartyIcon party={party} size={26} className="shrink-0" />
      <span className="min-w-0 max-w-full text-center">
        <span className={classes('block truncate font-semibold text-lg leading-5', narrow && 'max-sm:text-sm')}>
          {called.name}
        </span>
        <span className={classes('block truncate text-xs leading-4', narrow && 'max-sm:sr-only')}>{called.role}</span>
      </span>
    </span>
  )
}
