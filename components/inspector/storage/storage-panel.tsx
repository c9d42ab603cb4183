'use client'

import { useState } from 'react'
import { usePlayer } from '@/components/player/player-context'
import { PartyIcon } from '@/components/ui/party-icon'
import { Segmented } from '@/components/ui/segmented'
import { Empty } from '../empty'
import { Commands } from './commands'
import { diffPlaces, groupPlaces, type PlaceGroup } from './diff'
import { LabClock } from './lab-clock'
import { PlaceItem } from './place-item'
import { Theft } from './theft/theft'

const FILTERS = [
  { value: 'all', label: 'Every place' },
  { value: 'changed', label: 'Only what changed' },
] as const

type Filter = (typeof FILTERS)[number]['value']

/** What is stored where as of the cursor, what this step did to it, and by which commands. */
export function StoragePanel() {
  const { places, placesBefore, current, cursor, readOnly = false } = usePlayer()
  const [filter, setFilter] = useState<Filter>('all')
  const all = diffPlaces(places, placesBefore)
  const shown = filter === 'changed' ? all.filter((place) => place.touched) : all
  return (
    <div className="pb-6">
      <LabClock />
      {!readOnly && <Theft />}
      <div className="px-4 pt-3">
        <Segmented<Filter> label="Which places to show" choices={FILTERS} value={filter} onChange={setFilter} />
      </div>
      <Commands step={current} />
      {groupPlaces(shown).map((group) => (
        <PartyPlaces key={group.party} group={group} />
      ))}
      {shown.length === 0 && (
        <Empty title={filter === 'changed' ? 'This step changed nothing' : 'Nothing is stored anywhere yet'}>
          {filter === 'changed'
            ? cursor === 0
              ? 'Nothing has happened yet. Press Next.'
              : 'Every place holds what it held one step before.'
            : 'The first message will change that. Press Next.'}
        </Empty>
      )}
    </div>
  )
}

function PartyPlaces({ group }: { group: PlaceGroup }) {
  const { name, role } = usePlayer().parties[group.party]
  return (
    <section aria-label={`Kept by ${name}`} className="mt-4">
      <h3 className="flex items-center gap-2 px-4 pb-1 font-semibold">
        <PartyIcon party={group.party} size={20} />
        <span>
          {name} <span className="font-normal text-subtle text-sm">{role}</span>
        </span>
      </h3>
      {group.media.map(({ medium, places }) => (
        <div key={medium}>
          <h4 className="px-4 pt-1.5 text-subtle text-xs">{medium}</h4>
          <ul className="mt-1 border-line border-y">
            {places.map((place) => (
              <PlaceItem key={place.place.id} diffed={place} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}
