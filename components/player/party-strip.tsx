'use client'

import { classes } from '@/components/ui/classes'
import { Icon } from '@/components/ui/icon'
import { PARTY } from '@/components/ui/party'
import { PartyIcon } from '@/components/ui/party-icon'
import { usePlayer } from './player-context'

/** The parties on a phone: sender and receiver of the current message are outlined, an arrow points the way. */
export function PartyStrip() {
  const { lanes: parties, current, parties: names } = usePlayer()
  const from = current ? parties.indexOf(current.from) : -1
  const to = current ? parties.indexOf(current.to) : -1
  return (
    <ul
      aria-label="Parties"
      className="sticky top-0 z-10 flex h-18 items-start border-line border-b bg-surface px-1 pt-1 md:hidden [@media(max-height:480px)]:static"
    >
      {parties.map((party, at) => {
        const involved = at === from || at === to
        return (
          <li key={party} className="relative flex min-w-0 flex-1 flex-col items-center gap-1">
            <span
              className={classes(
                'flex size-9 items-center justify-center rounded-lg border-2',
                !involved && 'border-transparent',
              )}
              style={involved ? { borderColor: PARTY[party].line, background: PARTY[party].tint } : {}}
            >
              <PartyIcon party={party} size={24} />
            </span>
            <span
              className={classes(
                'line-clamp-2 max-w-full px-0.5 text-center text-xs leading-3.5',
                PARTY[party].text,
                involved && 'font-semibold',
              )}
            >
              {names[party].name}
            </span>
            {current && at === from && (
              <Icon
                name={to > from ? 'next' : 'back'}
                size={18}
                className={classes('absolute top-2.5', to > from ? '-right-2.5' : '-left-2.5')}
              />
            )}
          </li>
        )
      })}
    </ul>
  )
}
