'use client'

import { citesOf } from '@/components/transcript/facts'
import { Disclosure } from '@/components/ui/disclosure'
import { SpecLink } from '@/components/ui/spec-link'
import { usePlayer } from './player-context'
import { totalOf } from './total'

interface BeginningProps {
  /** What the flow is for. */
  summary: string
  /** How many steps it has. */
  total: number
}

/** Before the first step: what is about to happen. */
export function Beginning({ summary, total }: BeginningProps) {
  return (
    <section aria-label="Caption" className="min-w-0 flex-1 basis-60">
      <h2 className="font-semibold text-lg">Before the first step</h2>
      <p className="mt-0.5 max-w-[68ch] text-lg">{summary}</p>
      <p className="mt-1.5 text-muted text-sm">
        {total} steps; each press of Next puts one message on the wire, or delivers it.
      </p>
    </section>
  )
}

/** Why the current step exists, docked under the diagram it explains. */
export function Caption() {
  const view = usePlayer()
  const { current, summary } = view
  if (!current) return <Beginning summary={summary} total={totalOf(view)} />
  const { title, caption, why, without } = current.lesson
  return (
    <section aria-label="Caption" className="min-w-0 flex-1 basis-60">
      <h2 className="font-semibold text-lg">
        <span className="tabular-nums">{current.number}.</span> {title}
      </h2>
      <p className="mt-0.5 max-w-[68ch] text-lg">{caption}</p>
      <p className="mt-2 flex flex-wrap items-baseline gap-x-3 gap-y-1 text-sm">
        {citesOf(current).map((id) => (
          <SpecLink key={id} id={id} />
        ))}
      </p>
      <Disclosure key={current.id} summary="What breaks without this" className="mt-1.5">
        <p className="max-w-[68ch] text-base">{without}</p>
        {why && <p className="mt-1 max-w-[68ch] text-base text-muted">{why}</p>}
      </Disclosure>
    </section>
  )
}
