'use client'

import { usePlayer, useViewer } from '@/components/player/player-context'
import { Icon } from '@/components/ui/icon'
import { PARTY } from '@/components/ui/party'
import { PartyIcon } from '@/components/ui/party-icon'
import { header } from '@/lib/oauth/http'
import type { Exchange } from '@/lib/wire/exchange'
import type { Step } from '@/machines/kit/step'
import { Marked } from '../value/marked'
import { shortened } from '../value/occurrences'
import type { Side } from './field-groups'
import { CHANNEL_WORDS, statusLine } from './http-words'

interface MessageHeadProps {
  /** The step of the message shown. */
  step: Step
  exchange: Exchange
  side: Side
}

/** Request line or status line; who sends to whom, through which channel. */
export function MessageHead({ step, exchange, side }: MessageHeadProps) {
  const { parties } = usePlayer()
  const [from, to] = side === 'request' ? [exchange.from, exchange.to] : [exchange.to, exchange.from]
  return (
    <header className="px-4 pt-3">
      <h3 className="font-mono font-semibold text-base [overflow-wrap:anywhere]">
        {side === 'request' ? <RequestLine exchange={exchange} /> : <StatusLine exchange={exchange} />}
      </h3>
      <p className="mt-1 flex flex-wrap items-center gap-x-1.5 text-sm">
        <PartyIcon party={from} size={18} />
        <span className={PARTY[from].text}>{parties[from].name}</span>
        <span className="sr-only">to</span>
        <Icon name="next" size={12} className="text-muted" />
        <PartyIcon party={to} size={18} />
        <span className={PARTY[to].text}>{parties[to].name}</span>
        <span className="text-muted">· step {step.number}</span>
      </p>
      <p className="mt-0.5 flex items-center gap-1.5 text-muted text-xs">
        <Icon name={exchange.channel === 'front' ? 'eye' : 'lock'} size={12} className="shrink-0" />
        {CHANNEL_WORDS[exchange.channel]}
      </p>
      {exchange.prepared && side === 'request' && (
        <p className="mt-2 border-accent border-l-3 bg-sunken px-2 py-1 text-sm">
          <strong className="font-semibold">You changed this message</strong> before it was delivered.
        </p>
      )}
    </header>
  )
}

function RequestLine({ exchange: { request } }: { exchange: Exchange }) {
  const { pathname, search } = new URL(request.url)
  return (
    <>
      {request.method} {pathname}
      {search && <span className="font-normal text-subtle">?…</span>}
    </>
  )
}

function StatusLine({ exchange: { response, outcome } }: { exchange: Exchange }) {
  const marked = useViewer((viewer) => viewer.marked)
  if (!response) return <span className="font-sans">{outcome === 'dropped' ? 'Dropped on the way' : 'No answer'}</span>
  const location = header(response, 'location')
  return (
    <>
      {statusLine(response)}
      {location && (
        <span className="font-normal text-muted">
          {' → '}
          <Marked text={shortened(pathOf(location), 60)} marked={marked} />
        </span>
      )}
    </>
  )
}

function pathOf(location: string): string {
  return URL.canParse(location) ? `${new URL(location).pathname}` : location
}
