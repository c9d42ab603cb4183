'use client'

import type { RefObject } from 'react'
import { IconButton } from '@/components/ui/icon-button'
import { Kbd } from '@/components/ui/kbd'
import { PRESENT_KEYS, shownKey } from './keys'

/** The keys of the present windows, from the table that listens to them. */
export function PresentHelp({ ref }: { ref: RefObject<HTMLDialogElement | null> }) {
  return (
    <dialog
      ref={ref}
      aria-labelledby="present-help-title"
      className="m-auto max-h-[85dvh] w-[min(40rem,92vw)] rounded-lg border border-control bg-surface p-5 text-ink backdrop:bg-ink/40"
    >
      <div className="flex items-center justify-between">
        <h2 id="present-help-title" className="font-semibold text-xl">
          Keys while presenting
        </h2>
        <IconButton label="Close" icon="close" onClick={() => ref.current?.close()} />
      </div>
      <dl className="mt-3 grid grid-cols-[minmax(0,3fr)_minmax(0,2fr)] items-center gap-x-4 sm:grid-cols-[1fr_auto] sm:gap-x-6 gap-y-1.5 text-sm">
        {PRESENT_KEYS.map(({ command, label, keys }) => (
          <div key={command} className="contents">
            <dt>{label}</dt>
            <dd className="flex flex-wrap justify-end gap-1.5">
              {keys.map((key) => (
                <Kbd key={key}>{shownKey(key)}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </dialog>
  )
}
