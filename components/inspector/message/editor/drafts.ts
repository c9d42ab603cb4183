import type { ViewerStore } from '@/components/player/viewer'
import type { Drafts } from './use-draft'

const byViewer = new WeakMap<ViewerStore, Drafts>()

/** A viewer's unsent drafts; they outlive the inspector, which a phone closes and opens. */
export function draftsOf(viewer: ViewerStore): Drafts {
  const drafts = byViewer.get(viewer) ?? new Map()
  byViewer.set(viewer, drafts)
  return drafts
}
