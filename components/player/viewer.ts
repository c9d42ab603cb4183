import { createStore } from 'zustand/vanilla'

export const VIEWS = ['sequence', 'map', 'transcript'] as const
export type View = (typeof VIEWS)[number]

export const TABS = ['message', 'checks', 'storage', 'exposure', 'machine'] as const
export type Tab = (typeof TABS)[number]

/** What the viewer chose to look at. Never what the protocol decided. */
export interface Viewer {
  view: View
  tab: Tab
  /** How often a tab was asked for, by a link or a button: a phone's sheet opens at it. */
  asked: number
  /** A value whose every occurrence is marked, everywhere. */
  marked: string | null
  /** The inspector: docked and open, or closed (a bottom sheet on phones). */
  inspectorOpen: boolean
  editing: boolean
  setView(view: View): void
  setTab(tab: Tab): void
  mark(value: string | null): void
  setInspectorOpen(open: boolean): void
  setEditing(editing: boolean): void
}

export function createViewer(initial: Partial<Pick<Viewer, 'view' | 'tab' | 'inspectorOpen'>> = {}) {
  return createStore<Viewer>()((set) => ({
    view: 'sequence',
    tab: 'message',
    asked: initial.tab && initial.tab !== TABS[0] ? 1 : 0,
    marked: null,
    inspectorOpen: true,
    editing: false,
    ...initial,
    setView: (view) => set({ view }),
    setTab: (tab) => set(({ asked }) => ({ tab, asked: asked + 1, inspectorOpen: true })),
    mark: (value) => set((now) => ({ marked: now.marked === value ? null : value })),
    setInspectorOpen: (inspectorOpen) => set({ inspectorOpen }),
    setEditing: (editing) => set({ editing }),
  }))
}

export type ViewerStore = ReturnType<typeof createViewer>
