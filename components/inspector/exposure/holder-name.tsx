import { Icon } from '@/components/ui/icon'
import { PartyIcon } from '@/components/ui/party-icon'
import type { Holder } from '@/lib/wire/sighting'
import type { PartyNames } from '@/machines/kit/party-names'
import { CARRIER, holderName, isCarrier } from './holders'

/** A party or carrier with its picture. */
export function HolderName({ holder, names }: { holder: Holder; names: PartyNames }) {
  return (
    <span className="flex items-center gap-1.5" title={isCarrier(holder) ? CARRIER[holder].what : names[holder].role}>
      {isCarrier(holder) ? (
        <span className="grid size-4.5 shrink-0 place-items-center rounded-sm border border-control border-dashed text-muted">
          <Icon name={CARRIER[holder].icon} size={12} />
        </span>
      ) : (
        <PartyIcon party={holder} size={18} className="shrink-0" />
      )}
      <span className="truncate">{holderName(holder, names)}</span>
    </span>
  )
}
