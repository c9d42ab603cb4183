'use client'

import { Icon } from '@/components/ui/icon'
import { shortcut } from './keys'
import { usePlayer, usePlayerActions } from './player-context'

/** Id of the button that leads on; the skip link and Alice's forms lead to it. */
export const NEXT_BUTTON = 'next'

/** The one way on. Never moves, never changes its size; says what will happen. */
export function NextButton() {
  const { next, live } = usePlayer()
  const actions = usePlayerActions()
  const off = !next.enabled || next.waitingFor !== null
  const effect = next.waitingFor ? `waiting for ${next.waitingFor}…` : next.label.replace(/^Next:? ?/, '')
  return (
    <button
      type="button"
      id={NEXT_BUTTON}
      aria-label={next.label}
      aria-disabled={off}
      aria-busy={next.waitingFor !== null}
      aria-keyshortcuts={shortcut('next')}
      title={next.label}
      onClick={() => !off && actions.next()}
      className="flex h-12 w-36 min-w-0 items-center md:shrink-0 justify-between gap-2 rounded-lg bg-accent px-4 text-left text-accent-ink hover:brightness-110 aria-disabled:cursor-default aria-disabled:bg-subtle aria-disabled:text-canvas aria-busy:bg-accent aria-busy:text-accent-ink md:w-64 xl:w-72"
    >
      <span className="min-w-0">
        <span className="block font-semibold leading-5">Next</span>
        <span className="block truncate text-xs leading-4 max-md:sr-only">{effect}</span>
      </span>
      <Icon name={live ? 'next' : 'again'} size={18} className="shrink-0" />
    </button>
  )
}
