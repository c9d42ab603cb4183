'use client'

import type { RefObject } from 'react'
import { Dialog } from '@/components/ui/dialog'
import { Kbd } from '@/components/ui/kbd'
import { PRESENT_KEYS, shownKey } from './keys'

/** The keys of the present windows, from the table that listens to them. */
export function PresentHelp({ ref }: { ref: RefObject<HTMLDialogElement | null> }) {
  return (
    <Dialog ref={ref} title="Keys while presenting" className="w-[min(40rem,92vw)]">
      <dl className="grid grid-cols-[minmax(0,3fr)_minmax(0,2fr)] items-center gap-x-4 sm:grid-cols-[1fr_auto] sm:gap-x-6 gap-y-1.5 text-sm">
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
    </Dialog>
  )
}
