'use client'

import type { View } from '@/components/player/viewer'
import { OnDemand, partOf } from '@/components/ui/on-demand'

const SEQUENCE = partOf(async () => (await import('./sequence')).Sequence)
const MAP = partOf(async () => (await import('./party-map')).PartyMap)

const drawingOf = (view: View) => (view === 'map' ? MAP : SEQUENCE)

/** The messages as a drawing. What draws it is loaded with the first one: a phone shows the transcript, and needs none. */
export function Diagram({ view }: { view: View }) {
  return <OnDemand key={view} part={drawingOf(view)} given={{}} />
}

export const preloadDiagram = (view: View): Promise<unknown> => drawingOf(view).preload()
