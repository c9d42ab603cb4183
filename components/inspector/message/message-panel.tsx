'use client'

import { useState } from 'react'
import { usePlayer, useViewer, useViewerStore } from '@/components/player/player-context'
import { OnDemand, partOf } from '@/components/ui/on-demand'
import { Segmented } from '@/components/ui/segmented'
import type { Exchange } from '@/lib/wire/exchange'
import type { Step } from '@/machines/kit/step'
import { Empty } from '../empty'
import { answerOf, requestOf } from '../steps'
import { draftsOf } from './editor/drafts'
import type { Side } from './field-groups'
import { FieldList } from './field-list'
import { MessageActions } from './message-actions'
import { MessageHead } from './message-head'
import { RawMessage } from './raw-message'

export const EDITOR = partOf(async () => (await import('./editor/editor')).Editor)

/** The message at the cursor: its values one by one, where each came from, who reads it; or its raw text; or its editor. */
export function MessagePanel() {
  const { current, onTheWire, lab, readOnly = false } = usePlayer()
  const drafts = draftsOf(useViewerStore())
  const editing = useViewer((viewer) => viewer.editing)
  if (!current?.exchange) {
    return (
      <Empty title="Nothing has been sent yet">Press Next: the first request appears here, before it is sent.</Empty>
    )
  }
  if (editing && !readOnly) {
    return (
      <OnDemand
        key={`${lab.id} ${current.exchange.seq}`}
        part={EDITOR}
        given={{ exchange: current.exchange, onTheWire, drafts }}
      />
    )
  }
  return <Message key={current.id} step={current} exchange={current.exchange} />
}

const FORMATS = [
  { value: 'list', label: 'List' },
  { value: 'raw', label: 'Raw' },
] as const

type Format = (typeof FORMATS)[number]['value']

function Message({ step, exchange }: { step: Step; exchange: Exchange }) {
  const { steps, lesson } = usePlayer()
  const [side, setSide] = useState<Side>(step.kind)
  const [format, setFormat] = useState<Format>('list')
  const other = side === 'request' ? requestOf(step, steps) : answerOf(step, steps)
  const shown = side === step.kind ? step : (other ?? step)
  const answered = exchange.response !== null
  return (
    <div className="pb-6">
      <div className="flex flex-wrap items-center justify-between gap-2 border-line border-b px-4 py-2">
        {answered ? (
          <Segmented<Side>
            label="Which message of the exchange"
            choices={[
              { value: 'request', label: 'Request' },
              { value: 'response', label: 'Response' },
            ]}
            value={side}
            onChange={setSide}
          />
        ) : (
          <span className="text-muted text-sm">
            {step.kind === 'request' ? 'Request, not answered yet' : 'No response'}
          </span>
        )}
        {!lesson && <Segmented<Format> label="How to show it" choices={FORMATS} value={format} onChange={setFormat} />}
      </div>
      <MessageHead step={shown} exchange={exchange} side={side} />
      <MessageActions step={step} exchange={exchange} />
      {format === 'raw' ? (
        <RawMessage exchange={exchange} side={side} />
      ) : (
        <FieldList exchange={exchange} side={side} step={shown} />
      )}
    </div>
  )
}
