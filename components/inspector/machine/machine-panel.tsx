'use client'

import { useId, useState } from 'react'
import { usePlayer } from '@/components/player/player-context'
import { Segmented } from '@/components/ui/segmented'
import type { ChartState } from '@/machines/kit/chart'
import { Empty } from '../empty'
import { reveal } from '../reveal'
import { layoutChart, nearbyStates } from './layout'
import { PossibleNow } from './possible-now'
import { StateBox } from './state-box'

const EXTENTS = [
  { value: 'nearby', label: 'So far and next' },
  { value: 'whole', label: 'Whole machine' },
] as const

type Extent = (typeof EXTENTS)[number]['value']

/** The grant's state machine: where the run is, where it has been, and where each event leads. */
export function MachinePanel() {
  const { chart, steps } = usePlayer()
  const [extent, setExtent] = useState<Extent>('nearby')
  const group = useId()
  const idOf = (state: ChartState) => `${group}-${state.path}`
  if (chart.states.length === 0) return <Empty title="This flow has no machine to show" />
  const { boxes, lanes } = layoutChart(extent === 'whole' ? chart.states : nearbyStates(chart))
  return (
    <div className="pb-6">
      <PossibleNow chart={chart} steps={steps} onShow={(state) => reveal(idOf(state))} />
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 pt-3">
        <Segmented<Extent> label="How much of the machine" choices={EXTENTS} value={extent} onChange={setExtent} />
        <p className="text-subtle text-xs">solid: waits · dashed: a message is under way</p>
      </div>
      <ol className="mt-3 pr-3 pl-4" aria-label={`States of ${chart.id}`}>
        {boxes.map((box) => (
          <StateBox key={box.state.path} box={box} lanes={lanes} idOf={idOf} />
        ))}
      </ol>
    </div>
  )
}
