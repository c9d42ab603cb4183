'use client'

import { usePlayer } from '@/components/player/player-context'
import { Button } from '@/components/ui/button'
import { classes } from '@/components/ui/classes'
import { Icon } from '@/components/ui/icon'
import { IconButton } from '@/components/ui/icon-button'
import { consoleAddress } from '../addresses'
import { presentShortcut } from '../keys'
import { usePresent } from '../present-context'
import { useIdle } from '../use-idle'

/** What can be pressed on the slide itself; out of sight while the pointer rests. Large text leaves the band no room. */
export function SlideControls() {
  const { driving, commands, shared } = usePresent()
  const { cursor, next } = usePlayer()
  const idle = useIdle()
  return (
    <div
      className={classes(
        'flex shrink-0 items-center gap-1 group-data-larger/slide:absolute group-data-larger/slide:right-2 group-data-larger/slide:bottom-full group-data-larger/slide:z-30 group-data-larger/slide:mb-2 group-data-larger/slide:rounded-lg group-data-larger/slide:border group-data-larger/slide:border-line group-data-larger/slide:bg-surface group-data-larger/slide:p-1',
        idle && 'opacity-0 focus-within:opacity-100',
      )}
    >
      {driving ? (
        <>
          <IconButton
            label="Back"
            icon="back"
            disabled={cursor === 0}
            onClick={commands.back}
            aria-keyshortcuts={presentShortcut('back')}
          />
          <Button
            variant="primary"
            disabled={!next.enabled}
            onClick={commands.next}
            aria-label={next.label}
            aria-busy={next.waitingFor !== null}
            aria-keyshortcuts={presentShortcut('next')}
          >
            Next <Icon name="next" size={14} />
          </Button>
        </>
      ) : (
        <Button onClick={commands.control} aria-keyshortcuts={presentShortcut('control')}>
          Take control
        </Button>
      )}
      <a
        href={consoleAddress(shared)}
        target="_blank"
        rel="noreferrer"
        className="inline-flex h-8 items-center gap-1.5 rounded-md px-2 font-medium text-sm hover:bg-sunken"
      >
        Console <Icon name="external" size={13} />
      </a>
      <IconButton
        label="Full screen"
        icon="expand"
        onClick={commands['full-screen']}
        aria-keyshortcuts={presentShortcut('full-screen')}
      />
    </div>
  )
}
