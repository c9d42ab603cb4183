'use client'

import { StepDisc } from '@/components/diagram/step-disc'
import { usePlayer } from '@/components/player/player-context'
import { stepFacts } from '@/components/transcript/facts'
import { usePresent } from '../present-context'
import { JoinNote } from './join-note'
import { SlideControls } from './slide-controls'

/** Under the diagram: the step's title. Why it exists is what the presenter says. */
export function SlideBand() {
  const { shared } = usePresent()
  return (
    <section
      aria-label="Current step"
      className="relative flex h-[88px] shrink-0 items-center gap-4 border-line border-t bg-surface px-5 @max-[700px]:h-auto @max-[700px]:flex-wrap @max-[700px]:py-2 group-data-larger/slide:h-auto! group-data-larger/slide:min-h-16 group-data-larger/slide:flex-nowrap! group-data-larger/slide:py-1.5!"
    >
      <StepTitle />
      {!shared.bare && <SlideControls />}
      {shared.room && !shared.bare && <JoinNote code={shared.room} />}
    </section>
  )
}

function StepTitle() {
  const { current, title, summary, cursor, head, parties } = usePlayer()
  if (!current) {
    return (
      <div className="min-w-0 flex-1">
        <p className="font-semibold text-[22px] leading-7">{title}</p>
        <p className="line-clamp-2 text-muted text-sm">{summary}</p>
      </div>
    )
  }
  const facts = stepFacts(current, cursor, head)
  return (
    <div className="flex min-w-0 flex-1 items-start gap-3 @max-[700px]:basis-full group-data-larger/slide:basis-0!">
      <StepDisc facts={facts} className="mt-0.5" />
      <div className="min-w-0">
        <p className="text-balance font-semibold text-[20px] leading-6">{facts.title}</p>
        <p className="mt-0.5 truncate text-muted text-sm">
          {parties[facts.from].name} → {parties[facts.to].name}, {facts.channel}
        </p>
      </div>
    </div>
  )
}
