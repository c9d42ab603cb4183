'use client'

import { type KeyboardEvent, type PointerEvent, type ReactNode, useState } from 'react'
import { classes } from '@/components/ui/classes'
import { IconButton } from '@/components/ui/icon-button'
import { useViewer } from './player-context'

/** How high the sheet stands on a phone, in percent of the window; null: closed. */
export type Detent = 35 | 65 | 100 | null

const SHEET = { 35: 'max-md:h-[35dvh]', 65: 'max-md:h-[65dvh]', 100: 'max-md:h-[calc(100dvh-72px)]' }

const LEAST = 320
const MOST = 720
const STEP = 24
const clamped = (width: number) => Math.min(MOST, Math.max(LEAST, width))

interface InspectorSlotProps {
  detent: Detent
  onDetent(detent: Detent): void
  children: ReactNode
}

/** Where the inspector stands: docked at the right and resizable, or on phones a sheet from below. */
export function InspectorSlot({ detent, onDetent, children }: InspectorSlotProps) {
  const open = useViewer((viewer) => viewer.inspectorOpen)
  const [width, setWidth] = useState<number | null>(null)
  return (
    <aside
      aria-label="Inspector"
      className={classes(
        'min-h-0 md:relative md:flex md:border-line md:border-l',
        width === null ? 'md:w-84 xl:w-110' : 'md:w-[min(var(--dock),50vw)]',
        !open && 'md:hidden',
        'max-md:fixed max-md:inset-x-0 max-md:bottom-18 max-md:z-30 max-md:flex max-md:flex-col max-md:rounded-t-xl max-md:border-control max-md:border-t max-md:bg-surface',
        detent === null ? 'max-md:hidden' : SHEET[detent],
      )}
      style={width === null ? {} : { ['--dock' as string]: `${width}px` }}
    >
      <Separator width={width} onWidth={setWidth} />
      <SheetButtons detent={detent} onDetent={onDetent} />
      <div className="flex min-h-0 min-w-0 flex-1 flex-col bg-surface">{children}</div>
    </aside>
  )
}

function Separator({ width, onWidth }: { width: number | null; onWidth(width: number): void }) {
  const measured = (element: Element) => element.parentElement?.getBoundingClientRect().width ?? LEAST

  function key(event: KeyboardEvent<HTMLDivElement>) {
    const now = width ?? measured(event.currentTarget)
    const target = { ArrowLeft: now + STEP, ArrowRight: now - STEP, Home: LEAST, End: MOST }[event.key]
    if (target === undefined || event.shiftKey) return
    event.preventDefault()
    onWidth(clamped(target))
  }

  function drag(event: PointerEvent<HTMLDivElement>) {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    onWidth(clamped(document.documentElement.clientWidth - event.clientX))
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that moves is no <hr>.
    <div
      role="separator"
      aria-label="Width of the inspector"
      aria-orientation="vertical"
      aria-valuemin={LEAST}
      aria-valuemax={MOST}
      aria-valuenow={Math.round(width ?? 440)}
      tabIndex={0}
      onKeyDown={key}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      className="absolute inset-y-0 -left-1 z-20 w-2 cursor-col-resize touch-none hover:bg-accent/30 focus-visible:bg-accent max-md:hidden"
    />
  )
}

function SheetButtons({ detent, onDetent }: { detent: Detent; onDetent(detent: Detent): void }) {
  return (
    <div className="flex items-center justify-between border-line border-b px-2 py-1 md:hidden">
      <div className="flex">
        <IconButton
          label="Taller"
          icon="up"
          size="lg"
          disabled={detent === 100}
          onClick={() => onDetent(detent === 35 ? 65 : 100)}
        />
        <IconButton
          label="Shorter"
          icon="down"
          size="lg"
          disabled={detent === 35}
          onClick={() => onDetent(detent === 100 ? 65 : 35)}
        />
      </div>
      <IconButton label="Close the inspector" icon="close" size="lg" onClick={() => onDetent(null)} />
    </div>
  )
}
