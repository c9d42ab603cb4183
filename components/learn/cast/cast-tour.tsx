'use client'

import { useState } from 'react'
import { Button, ButtonLink } from '@/components/ui/button'
import { classes } from '@/components/ui/classes'
import { Icon } from '@/components/ui/icon'
import { useKeydown } from '@/components/ui/use-keydown'
import type { Party } from '@/lib/oauth/parties'
import { CastMap } from './cast-map'
import { SCENES } from './scenes'

const LAST = SCENES.length - 1

/** The last Next becomes a link: whoever pressed it goes on from there. */
function keepFocus(link: HTMLAnchorElement | null) {
  if (document.activeElement === document.body) link?.focus()
}

/** The cast, one at a time: the map above, one or two sentences below it, by button or arrow key. */
export function CastTour({ next }: { next: { href: string; label: string } }) {
  const [at, setAt] = useState(0)
  const scene = SCENES[at]

  useKeydown((event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    if (event.key === 'ArrowRight') setAt((now) => Math.min(LAST, now + 1))
    if (event.key === 'ArrowLeft') setAt((now) => Math.max(0, now - 1))
  })

  const introduce = (party: Party) => setAt(SCENES.findIndex(({ parties }) => parties.includes(party)))
  return (
    <section
      aria-label="The cast, one at a time"
      className="mt-6 overflow-hidden rounded-lg border border-line bg-surface"
    >
      <div className="border-line border-b bg-canvas px-2 sm:px-6">
        <CastMap parties={scene?.parties ?? []} links={scene?.links ?? []} onChoose={introduce} />
      </div>
      <ol className="grid px-5 py-5 sm:px-8" aria-live="polite">
        {SCENES.map(({ title, text }, number) => (
          <li key={title} className={classes('col-start-1 row-start-1', number !== at && 'invisible')}>
            <h2 className="font-semibold text-xl">{title}</h2>
            <p className="mt-1.5 max-w-2xl text-lg text-muted">{text}</p>
          </li>
        ))}
      </ol>
      <div className="flex items-center gap-3 border-line border-t px-5 py-3 sm:px-8">
        <Button
          size="lg"
          aria-disabled={at === 0}
          className="aria-disabled:cursor-default aria-disabled:border-line aria-disabled:text-subtle"
          aria-keyshortcuts="ArrowLeft"
          onClick={() => setAt((now) => Math.max(0, now - 1))}
        >
          <Icon name="back" /> Back
        </Button>
        {at === LAST ? (
          <ButtonLink ref={keepFocus} href={next.href} size="lg" variant="primary">
            {next.label}
          </ButtonLink>
        ) : (
          <Button
            size="lg"
            variant="primary"
            aria-keyshortcuts="ArrowRight"
            onClick={() => setAt((now) => Math.min(LAST, now + 1))}
          >
            Next <Icon name="next" />
          </Button>
        )}
        <p className="ml-auto text-muted text-sm tabular-nums">
          {at + 1} of {SCENES.length}
        </p>
      </div>
    </section>
  )
}
