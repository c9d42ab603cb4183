'use client'

import { useViewer } from '@/components/player/player-context'
import { CopyButton } from '@/components/ui/copy-button'
import type { Exchange } from '@/lib/wire/exchange'
import { Marked } from '../value/marked'
import type { Side } from './field-groups'
import { rawRequest, rawResponse } from './http-words'

/** The message as its text. */
export function RawMessage({ exchange, side }: { exchange: Exchange; side: Side }) {
  const marked = useViewer((viewer) => viewer.marked)
  const text =
    side === 'request' ? rawRequest(exchange.request) : exchange.response ? rawResponse(exchange.response) : ''
  return (
    <div className="px-4 pt-3">
      <pre className="whitespace-pre-wrap rounded-md border border-line bg-canvas p-2.5 text-xs leading-5 [overflow-wrap:anywhere]">
        <Marked text={text} marked={marked} />
      </pre>
      <CopyButton text={text} className="mt-2">
        Copy raw {side}
      </CopyButton>
    </div>
  )
}
