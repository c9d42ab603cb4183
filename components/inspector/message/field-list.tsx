'use client'

import { useState } from 'react'
import { usePlayer } from '@/components/player/player-context'
import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import type { Exchange } from '@/lib/wire/exchange'
import type { Step } from '@/machines/kit/step'
import { otherBody, type RowGroup, rowGroups, type Side } from './field-groups'
import { FieldRow } from './field-row'

const CAPTIONS: Readonly<Record<RowGroup['group'], Readonly<Record<Side, string>>>> = {
  location: { request: 'Redirect parameters', response: 'Redirect parameters' },
  query: { request: 'Query parameters', response: 'Query parameters' },
  form: { request: 'Form parameters', response: 'Form parameters' },
  json: { request: 'JSON body', response: 'JSON body' },
  cookie: { request: 'Cookies sent along', response: 'Cookies set' },
  header: { request: 'Headers', response: 'Headers' },
}

interface FieldListProps {
  exchange: Exchange
  side: Side
  /** The step of this message. */
  step: Step
}

/** The values of a message in groups, and the page it carries. */
export function FieldList({ exchange, side, step }: FieldListProps) {
  const { steps } = usePlayer()
  const message = side === 'request' ? exchange.request : exchange.response
  if (!message) {
    return (
      <p className="px-4 pt-3 text-muted">
        {exchange.outcome === 'dropped' ? 'You let it fall: its receiver never saw it.' : 'It has not been answered.'}
      </p>
    )
  }
  const body = otherBody(message)
  return (
    <>
      {rowGroups(exchange, side, step, steps).map((group) => (
        <Group key={group.group} group={group} side={side} />
      ))}
      {body && (
        <Disclosure
          className="px-4 pt-3"
          summary={
            <span className="min-h-6 py-0.5">
              Body: {body.type}, {body.text.length} characters
            </span>
          }
        >
          <pre className="max-h-96 overflow-auto whitespace-pre-wrap rounded-md border border-line bg-canvas p-2.5 text-xs leading-5 [overflow-wrap:anywhere]">
            {body.text}
          </pre>
        </Disclosure>
      )}
    </>
  )
}

function Group({ group: { group, rows, quiet }, side }: { group: RowGroup; side: Side }) {
  const [all, setAll] = useState(false)
  const shown = all ? [...rows, ...quiet] : rows
  return (
    <section className="px-4 pt-3">
      {shown.length > 0 && (
        <table className="w-full table-fixed border-collapse">
          <caption className="pb-1 text-left text-subtle text-xs">{CAPTIONS[group][side]}</caption>
          <colgroup>
            <col className="w-31 @min-[420px]:w-37" />
            <col />
          </colgroup>
          <thead className="sr-only">
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Value, and where it comes from</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <FieldRow key={row.id} row={row} />
            ))}
          </tbody>
        </table>
      )}
      {quiet.length > 0 && (
        <Button variant="quiet" aria-expanded={all} onClick={() => setAll(!all)} className="-ml-2 text-muted">
          {all
            ? 'Show fewer headers'
            : `Show ${quiet.length} ${shown.length > 0 ? 'more ' : ''}${quiet.length === 1 ? 'header' : 'headers'}`}
        </Button>
      )}
    </section>
  )
}
