'use client'

import { usePlayer, usePlayerActions } from '@/components/player/player-context'
import { Button } from '@/components/ui/button'
import { PartyIcon } from '@/components/ui/party-icon'
import type { Exchange } from '@/lib/wire/exchange'
import type { Step } from '@/machines/kit/step'
import { Empty } from '../empty'
import { reveal } from '../reveal'
import { answerOf } from '../steps'
import { CheckItem, checkId } from './check-item'
import { type CheckRun, lookOf, runsOf, verdictSentence } from './wording'

/** The rulebook at work: every check of the current message, as executed. */
export function ChecksPanel() {
  const { current, steps, head, next, parties } = usePlayer()
  const { goTo } = usePlayerActions()
  if (!current?.exchange) {
    return <Empty title="No check has run yet">Checks run when a message arrives. Press “{next.label}”.</Empty>
  }
  if (current.kind === 'request') {
    const answer = answerOf(current, steps)
    const happened = answer !== null && answer.number <= head
    return (
      <Empty title="Nobody has checked this message yet">
        <p>
          It is on its way to {parties[current.to].name}, who checks it on arrival
          {happened ? `: see step ${answer.number}.` : '. Press Next.'}
        </p>
        {happened && (
          <Button className="mt-3" onClick={() => goTo(answer.number)}>
            Go to step {answer.number}
          </Button>
        )}
      </Empty>
    )
  }
  if (current.exchange.checks.length === 0) return <NoChecks step={current} exchange={current.exchange} />
  return <Report exchange={current.exchange} />
}

function NoChecks({ step, exchange }: { step: Step; exchange: Exchange }) {
  const { parties } = usePlayer()
  if (exchange.outcome === 'dropped') {
    return (
      <Empty title="No check ran">The message was dropped on the way: {parties[exchange.to].name} never saw it.</Empty>
    )
  }
  return (
    <Empty title="No rule of the protocol applies here">
      {parties[exchange.to].name} answered {exchange.request.method} without checking anything: “{step.lesson.title}”
      asks for nothing that could be refused.
    </Empty>
  )
}

function Report({ exchange }: { exchange: Exchange }) {
  const { parties } = usePlayer()
  const refusing = exchange.checks.findIndex(({ verdict }) => verdict === 'failed') + 1
  return (
    <div className="pb-4">
      <div className="flex flex-wrap items-center gap-2 border-line border-b px-4 py-3">
        <p className="mr-auto font-semibold text-base">{verdictSentence(exchange, (party) => parties[party].name)}</p>
        {refusing > 0 && <Button onClick={() => reveal(checkId(refusing))}>Show check {refusing}</Button>}
      </div>
      {runsOf(exchange).map((run) => (
        <Run key={run.checks[0]?.number} run={run} exchange={exchange} />
      ))}
    </div>
  )
}

function Run({ run, exchange }: { run: CheckRun; exchange: Exchange }) {
  const { name } = usePlayer().parties[run.by]
  const stop = run.checks.findIndex(({ check }) => check.verdict === 'failed')
  const until = stop === -1 ? run.checks.length : stop + 1
  const after = run.checks.slice(until)
  const list = (checks: CheckRun['checks'], label: string) => (
    <ol start={checks[0]?.number} aria-label={label}>
      {checks.map(({ check, number }) => (
        <CheckItem key={check.id} check={check} number={number} look={lookOf(check, exchange)} />
      ))}
    </ol>
  )
  return (
    <section aria-label={`Checks by ${name}`} className="border-line border-b last:border-b-0">
      <h3 className="flex items-center gap-2 px-4 pt-3 pb-1 font-semibold text-sm">
        <PartyIcon party={run.by} size={18} />
        <span>
          {name} <span className="font-normal text-muted">checked the {run.on}</span>
        </span>
      </h3>
      {list(run.checks.slice(0, until), 'Checks, in the order executed')}
      {after.length > 0 && (
        <>
          <p className="mx-4 my-1 flex items-center gap-2 text-muted text-xs before:h-px before:grow before:bg-control after:h-px after:grow after:bg-control">
            {name} stopped here. Nobody got to {after.length === 1 ? 'the check' : `the ${after.length} checks`} below.
          </p>
          {list(after, 'Checks not reached')}
        </>
      )}
    </section>
  )
}
