'use client'

import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { classes } from './classes'

export interface TabItem<Id extends string> {
  id: Id
  label: string
  /** Stands before the label, for the ear alone where the tabs' box is narrow. */
  lead?: string
  /** For `aria-keyshortcuts`. */
  shortcut?: string
}

interface TabsProps<Id extends string> {
  /** Accessible name of the tab list. */
  label: string
  /** Unique on the page; `TabPanel` takes the same one. */
  group: string
  tabs: readonly TabItem<Id>[]
  selected: Id
  onSelect(id: Id): void
  className?: string
}

const tabId = (group: string, id: string) => `${group}-tab-${id}`
const panelId = (group: string, id: string) => `${group}-panel-${id}`

/** The WAI-ARIA tab list: one tab stop, arrow keys, Home and End; a tab is selected as it takes the focus. */
export function Tabs<Id extends string>({ label, group, tabs, selected, onSelect, className }: TabsProps<Id>) {
  const list = useRef<HTMLDivElement>(null)

  function move(event: KeyboardEvent) {
    const at = tabs.findIndex((tab) => tab.id === selected)
    const target = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key]
    if (target === undefined || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    const index = (target + tabs.length) % tabs.length
    const tab = tabs[index]
    if (!tab) return
    onSelect(tab.id)
    const button = list.current?.children.item(index)
    if (button instanceof HTMLElement) button.focus()
  }

  return (
    <div
      ref={list}
      role="tablist"
      aria-label={label}
      onKeyDown={move}
      className={classes('flex min-w-0 border-line border-b', className)}
    >
      {tabs.map((tab) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          id={tabId(group, tab.id)}
          aria-controls={panelId(group, tab.id)}
          aria-selected={tab.id === selected}
          aria-keyshortcuts={tab.shortcut}
          tabIndex={tab.id === selected ? 0 : -1}
          onClick={() => onSelect(tab.id)}
          className={classes(
            '-mb-px h-11 whitespace-nowrap border-b-3 px-3 text-sm -outline-offset-2',
            tab.id === selected
              ? 'border-accent font-semibold text-ink'
              : 'border-transparent text-muted hover:text-ink',
          )}
        >
          {tab.lead && <span className="@max-[400px]:sr-only">{tab.lead}</span>}
          <span className={tab.lead && 'inline-block @max-[400px]:first-letter:uppercase'}>{tab.label}</span>
        </button>
      ))}
    </div>
  )
}

interface TabPanelProps {
  group: string
  id: string
  children: ReactNode
  className?: string
}

/** The panel of the selected tab; render only that one. */
export function TabPanel({ group, id, children, className }: TabPanelProps) {
  return (
    <div
      role="tabpanel"
      id={panelId(group, id)}
      aria-labelledby={tabId(group, id)}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling panel must be reachable by keyboard.
      tabIndex={0}
      className={classes('-outline-offset-2', className)}
    >
      {children}
    </div>
  )
}
