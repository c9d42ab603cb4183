'use client'

import { useViewer } from '@/components/player/player-context'
import { classes } from '@/components/ui/classes'
import { SpecLink } from '@/components/ui/spec-link'
import type { CheckReport } from '@/lib/oauth/check'
import { Marked } from '../value/marked'
import { VerdictMark } from './verdict-mark'
import type { VerdictLook } from './wording'

/** DOM id of a check's item. */
export const checkId = (number: number): string => `inspector-check-${number}`

interface CheckItemProps {
  check: CheckReport
  number: number
  look: VerdictLook
}

const FRAME: Readonly<Record<VerdictLook, string>> = {
  passed: 'border-transparent',
  defended: 'border-ink bg-sunken',
  refused: 'border-ink bg-sunken',
  off: 'border-control border-dashed',
  'not-reached': 'border-transparent',
}

/** One check: its number in the order, the rule, what was compared, its verdict and the clause. */
export function CheckItem({ check, number, look }: CheckItemProps) {
  const marked = useViewer((viewer) => viewer.marked)
  const reached = look !== 'not-reached'
  return (
    <li
      id={checkId(number)}
      tabIndex={-1}
      className={classes('flex gap-2.5 border-l-3 py-2 pr-3 pl-2.5', FRAME[look])}
      data-verdict={check.verdict}
    >
      <span
        aria-hidden="true"
        className={classes(
          'mt-0.5 grid size-5 shrink-0 place-items-center rounded-full border text-xs tabular-nums',
          reached && look !== 'off' ? 'border-control text-ink' : 'border-control border-dashed text-subtle',
        )}
      >
        {number}
      </span>
      <div className="min-w-0 grow">
        <p className={classes('text-base', reached ? 'text-ink' : 'text-subtle')}>{check.rule}</p>
        {check.saw !== null && (
          <p className="mt-1 break-words rounded-sm bg-canvas px-1.5 py-0.5 font-mono text-muted text-xs [overflow-wrap:anywhere]">
            <span className="sr-only">Compared: </span>
            <Marked text={check.saw} marked={marked} />
          </p>
        )}
        {check.verdict === 'failed' && <Refusal check={check} />}
        <p className="mt-0.5 flex flex-wrap items-center gap-x-3 text-xs leading-6">
          <VerdictMark verdict={look} />
          {check.reads.length > 0 && reached && (
            <span className="text-subtle">
              {look === 'off' ? 'would read' : 'read'} <span className="font-mono">{check.reads.join(', ')}</span>
            </span>
          )}
          {check.cites.map((id) => (
            <SpecLink key={id} id={id} className="leading-6" />
          ))}
        </p>
      </div>
    </li>
  )
}

function Refusal({ check }: { check: CheckReport }) {
  return (
    <div className="mt-1.5 text-base">
      {check.hint && <p>{check.hint}</p>}
      {check.error && (
        <p className="mt-1 text-muted text-sm">
          Said on the wire: <code className="font-semibold text-ink">{check.error}</code>
        </p>
      )}
    </div>
  )
}
