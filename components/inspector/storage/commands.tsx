'use client'

import { useState } from 'react'
import { usePlayer, usePlayerActions, useViewer } from '@/components/player/player-context'
import { classes } from '@/components/ui/classes'
import { CopyIcon } from '@/components/ui/copy-button'
import { Disclosure } from '@/components/ui/disclosure'
import { TextButton } from '@/components/ui/text-link'
import type { Moment } from '@/lib/lab/timeline'
import type { StorageReport } from '@/lib/oauth/environment'
import { PARTIES } from '@/lib/oauth/parties'
import type { PartyNames } from '@/machines/kit/party-names'
import type { Step } from '@/machines/kit/step'
import { answerOf } from '../steps'
import { Marked } from '../value/marked'
import { isLookup } from './lookup'

/** The commands stores, cookie jar and browser really ran in this step, or in the sweep after it. */
export function Commands({ step }: { step: Step | null }) {
  const { steps, head, after } = usePlayer()
  const { goTo } = usePlayerActions()
  if (after) return <Afterwards after={after} />
  if (!step?.exchange) return null
  if (step.kind === 'request') {
    const answer = answerOf(step, steps)
    if (!answer || answer.number > head) return null
    return (
      <p className="px-4 pt-3 text-muted text-sm">
        The commands this message set off stand at{' '}
        <TextButton onClick={() => goTo(answer.number)}>step {answer.number}</TextButton>, where it has been answered.
      </p>
    )
  }
  const { storage } = step.exchange
  if (storage.length === 0) return <p className="px-4 pt-3 text-muted text-sm">No store was touched in this step.</p>
  const writes = storage.filter((report) => !isLookup(report))
  const lookups = storage.filter(isLookup)
  return (
    <section aria-label="Commands" className="px-4 pt-3">
      {writes.length > 0 && (
        <>
          <h3 className="min-h-6 py-0.5 font-semibold text-sm">Commands that changed something</h3>
          <CommandList reports={writes} />
        </>
      )}
      {lookups.length > 0 && (
        <Disclosure
          summary={
            <span className="min-h-6 py-0.5">
              {lookups.length} {lookups.length === 1 ? 'lookup' : 'lookups'} that changed nothing
            </span>
          }
        >
          <CommandList reports={lookups} />
        </Disclosure>
      )}
    </section>
  )
}

/** What the learner did to the stores after the step, without any message. */
function Afterwards({ after: { what, storage } }: { after: NonNullable<Moment['after']> }) {
  return (
    <section aria-label="Commands" className="px-4 pt-3">
      <h3 className="min-h-6 py-0.5 font-semibold text-sm">
        {what === 'sweep' ? 'Commands of the sweep' : 'After this step the clock was advanced'}
      </h3>
      {storage.length > 0 ? (
        <>
          {what === 'clock' && (
            <p className="text-muted text-sm">
              Redis counts TTLs by its own clock, and only the lab’s was moved. So every TTL is shortened by as much,
              and what has run out is deleted.
            </p>
          )}
          <CommandList reports={storage} />
        </>
      ) : (
        <p className="text-muted text-sm">No store was sent a command. Below is what is left.</p>
      )}
    </section>
  )
}

function CommandList({ reports }: { reports: readonly StorageReport[] }) {
  const { parties } = usePlayer()
  return [...new Set(reports.map(({ place }) => place))].map((place) => (
    <div key={place} className="mb-2">
      <h4 className="text-subtle text-xs">{placeWords(place, parties)}</h4>
      <ol>
        {reports
          .filter((report) => report.place === place)
          .map((report, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same command may run twice.
            <Command key={index} report={report} />
          ))}
      </ol>
    </div>
  ))
}

/** Characters of a command that surely fit in two lines. */
const SHORT = 80

/** A long command shows its beginning, so that the rows it wrote are not far below. */
function Command({ report }: { report: StorageReport }) {
  const marked = useViewer((viewer) => viewer.marked)
  const [whole, setWhole] = useState(false)
  const long = report.command.length > SHORT
  return (
    <li className="mt-1 flex items-start gap-1 rounded-md bg-canvas py-1 pr-1 pl-2">
      <div className="min-w-0 grow">
        <code
          className={classes(
            'whitespace-pre-wrap py-0.5 text-xs leading-5 [overflow-wrap:anywhere]',
            long && !whole ? 'line-clamp-2' : 'block',
          )}
        >
          <Marked text={report.command} marked={marked} />
        </code>
        {long && (
          <TextButton className="text-muted text-xs" aria-expanded={whole} onClick={() => setWhole((now) => !now)}>
            {whole ? 'Less' : 'Whole command'}
          </TextButton>
        )}
      </div>
      <CopyIcon text={report.command} what="this command" />
    </li>
  )
}

/** `authorization-server.sqlite` in words: `Auth server, sqlite`. */
function placeWords(place: string, names: PartyNames): string {
  const party = PARTIES.find((one) => place.startsWith(`${one}.`))
  return party ? `${names[party].name}, ${place.slice(party.length + 1).replaceAll('.', ' ')}` : place
}
