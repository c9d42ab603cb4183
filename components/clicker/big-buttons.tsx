'use client'

import { usePlayer } from '@/components/player/player-context'
import { classes } from '@/components/ui/classes'
import { Icon, type IconName } from '@/components/ui/icon'
import type { Want } from '@/lib/room/wish'
import type { Wishes } from './use-wishes'

/** Back and Next, each two fifths of the screen. */
export function BigButtons({ wishes }: { wishes: Wishes }) {
  const { cursor, steps } = usePlayer()
  const coming = steps[cursor]
  return (
    <div className="grid h-[calc(80dvh+1px)] touch-manipulation grid-cols-2">
      <BigButton
        want="back"
        label="Back"
        icon="back"
        wishes={wishes}
        off={cursor === 0}
        className="border-control border-y bg-surface active:bg-sunken"
      />
      <BigButton
        want="next"
        label="Next"
        about={coming?.lesson.title ?? 'This was the last step.'}
        icon="next"
        wishes={wishes}
        off={!coming}
        className="bg-accent text-accent-ink active:brightness-90"
      />
    </div>
  )
}

interface BigButtonProps {
  want: Want
  label: string
  /** What it will show. */
  about?: string
  icon: IconName
  wishes: Wishes
  off: boolean
  className: string
}

function BigButton({ want, label, about, icon, wishes, off, className }: BigButtonProps) {
  const { pending, ask } = wishes
  return (
    <button
      type="button"
      aria-disabled={off || pending !== null}
      aria-busy={pending === want}
      onClick={() => !off && ask(want)}
      className={classes(
        'flex min-w-0 select-none flex-col items-center justify-center gap-3 px-3 -outline-offset-8',
        off ? 'border-line border-y bg-canvas text-muted' : className,
      )}
    >
      <Icon name={icon} size={48} />
      <span className="font-semibold text-3xl">{label}</span>
      {about && <span className="text-balance text-center">{about}</span>}
      <span className="min-h-5 text-sm">{pending === want && 'sent, waiting…'}</span>
    </button>
  )
}
