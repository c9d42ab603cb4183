import { Icon } from '@/components/ui/icon'
import { PartyIcon } from '@/components/ui/party-icon'
import type { Card } from '@/lib/course/tasks/cards'
import type { PartyNames } from '@/machines/kit/party-names'

/** Who sends what to whom, and what it is about. */
export function CardFace({ card: { from, to, line, title }, names }: { card: Card; names: PartyNames }) {
  return (
    <div className="min-w-0 flex-1">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
        <span className="flex flex-wrap items-center gap-x-1.5 text-muted text-sm">
          <Party party={from} names={names} />
          <Icon name="next" size={11} className="shrink-0" />
          <span className="sr-only">to</span>
          <Party party={to} names={names} />
        </span>
        <span className="font-mono text-[12.5px]">{line}</span>
      </p>
      <p className="mt-0.5 font-medium">{title}</p>
    </div>
  )
}

function Party({ party, names }: { party: Card['from']; names: PartyNames }) {
  return (
    <span className="flex items-center gap-1.5 whitespace-nowrap">
      <PartyIcon party={party} size={18} />
      {names[party].name}
    </span>
  )
}
