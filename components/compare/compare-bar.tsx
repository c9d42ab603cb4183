'use client'

import { shortcut } from '@/components/player/keys'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { IconButton } from '@/components/ui/icon-button'
import type { CompareView } from './view'

interface CompareBarProps {
  view: CompareView
  ready: boolean
  onNext(): void
  onBack(): void
  onLive(): void
  onAll(): void
  onRestart(): void
}

/** The controls, at fixed positions: every column comes to the end of the next phase. */
export function CompareBar({ view, ready, onNext, onBack, onLive, onAll, onRestart }: CompareBarProps) {
  const { coming, busy, live, shown, reached, rows } = view
  const effect = !ready ? 'labs are being set up' : coming ? coming.title : 'every flow is at its end'
  const off = coming === null || busy || !ready
  return (
    <section
      aria-label="Comparison"
      className="fixed inset-x-0 bottom-0 z-40 flex items-center gap-2 border-line border-t bg-surface px-2.5 py-2.5 pb-[max(0.625rem,env(safe-area-inset-bottom))] md:gap-3 md:px-4"
    >
      <div className="flex flex-row-reverse items-center gap-2 max-md:w-full max-md:justify-between">
        <button
          type="button"
          aria-label={`Next phase: ${effect}`}
          aria-disabled={off}
          aria-busy={busy}
          aria-keyshortcuts="ArrowRight N"
          onClick={() => !off && onNext()}
          className="flex h-12 w-40 items-center justify-between gap-2 rounded-lg bg-accent px-4 text-left text-accent-ink hover:brightness-110 aria-disabled:cursor-default aria-disabled:bg-subtle aria-disabled:text-canvas aria-busy:bg-accent aria-busy:text-accent-ink md:w-64"
        >
          <span className="min-w-0">
            <span className="block font-semibold leading-5">Next phase</span>
            <span className="block truncate text-xs leading-4">{busy ? 'running …' : effect}</span>
          </span>
          <Icon name={live ? 'next' : 'again'} size={18} className="shrink-0" />
        </button>
        <Button size="lg" aria-label="Back" aria-keyshortcuts="ArrowLeft P" onClick={onBack} disabled={shown === 0}>
          <Icon name="back" />
          <span className="max-md:sr-only">Back</span>
        </Button>
        <IconButton
          label="Restart with fresh labs"
          icon="restart"
          size="lg"
          variant="secondary"
          onClick={onRestart}
          disabled={busy || !ready}
          aria-keyshortcuts={shortcut('restart')}
        />
      </div>
      <Button size="lg" onClick={onAll} disabled={busy || !ready || (live && coming === null)} className="max-md:px-3">
        <span className="max-md:sr-only">Run all to the end</span>
        <Icon name="last" className="md:hidden" />
      </Button>
      <span className="whitespace-nowrap font-mono text-muted text-sm tabular-nums max-md:hidden">
        {shown}/{rows.length}
      </span>
      {!live && (
        <span className="flex items-center gap-2 max-md:hidden">
          <span className="inline-flex h-6 items-center whitespace-nowrap rounded-full border border-control border-dashed px-2.5 font-semibold text-muted text-xs tabular-nums">
            REPLAY {shown}/{reached}
          </span>
          <Button onClick={onLive}>Jump to live</Button>
        </span>
      )}
      <p className="ml-auto whitespace-nowrap text-sm text-subtle max-xl:hidden">
        → next phase · ← back · Shift → one step in a column
      </p>
    </section>
  )
}
