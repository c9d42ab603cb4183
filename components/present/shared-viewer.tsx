'use client'

import { useEffect } from 'react'
import { useViewerStore } from '@/components/player/player-context'
import { TABS, VIEWS } from '@/components/player/viewer'
import { usePresent } from './present-context'
import { seenIn } from './session/presented'

/** What is looked at is shared, too: the driver's choice of view, tab and marked value is everybody's. */
export function SharedViewer() {
  const { presentation, shared, driving } = usePresent()
  const viewer = useViewerStore()
  const { tab, view, selection } = shared

  useEffect(() => {
    const known = { tab: TABS.find((one) => one === tab), view: VIEWS.find((one) => one === view) }
    viewer.setState({
      ...(known.tab && { tab: known.tab }),
      ...(known.view && { view: known.view }),
      marked: selection,
    })
  }, [viewer, tab, view, selection])

  useEffect(() => {
    if (!driving) return
    return viewer.subscribe((now) => {
      const { tab, view, selection } = seenIn(presentation.state())
      if (now.tab === tab && now.view === view && now.marked === selection) return
      presentation.change({ tab: now.tab, view: now.view, selection: now.marked })
    })
  }, [viewer, driving, presentation])
  return null
}
