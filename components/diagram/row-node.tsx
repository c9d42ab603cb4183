import type { NodeProps } from '@xyflow/react'
import { classes } from '@/components/ui/classes'
import { Icon } from '@/components/ui/icon'
import { OutcomeDisc } from './outcome-disc'
import { PayloadChip } from './payload-chip'
import { LINE, type RowNode } from './sequence-layout'
import { StepDisc } from './step-disc'

/** Chips that fit below a line; what is left out is counted. */
const CHIPS = 2
/** A label may reach over the next lane by a little rather than be cut. */
const LABEL = 176

/** A step's row: number and label above the line, payload below it, both at the end the message leaves from. */
export function RowNodeView({ data, width = 0 }: NodeProps<RowNode>) {
  const { facts, fromX, toX } = data
  const rightward = toX > fromX
  const current = facts.time === 'current'
  const recorded = facts.time !== 'planned'
  const ground = current ? 'bg-sunken' : 'bg-canvas'
  const inset = rightward ? { left: fromX + 5 } : { right: width - fromX + 5 }
  const flow = rightward ? 'flex-row' : 'flex-row-reverse'
  const outcome = facts.outcome
  const stopped = outcome && outcome.kind !== 'passed'
  return (
    <div
      className={classes('relative h-full', current ? 'bg-sunken' : recorded && 'cursor-pointer hover:bg-sunken/50')}
      data-step={recorded ? facts.number : undefined}
      data-time={facts.time}
    >
      {current && <span className="absolute inset-y-0 left-0 w-1 bg-accent" />}
      {facts.human && (
        <span
          className={classes(
            'absolute truncate px-1 text-center text-xs',
            ground,
            facts.time === 'planned' ? 'text-subtle' : 'text-user-ink',
            current && 'font-semibold',
          )}
          style={{ left: data.userX + 6, width: data.actX - data.userX - 12, top: LINE - 24 }}
        >
          {facts.human}
        </span>
      )}
      <span
        className={classes('absolute flex items-center gap-1.5', flow)}
        style={{ ...inset, top: LINE - 30, maxWidth: Math.max(Math.abs(toX - fromX) - 10, LABEL) }}
      >
        <StepDisc facts={facts} />
        <span
          className={classes(
            'truncate rounded-sm px-0.5 font-mono text-[12.5px] leading-5',
            ground,
            current ? 'font-bold text-ink' : facts.time === 'planned' ? 'text-subtle' : 'text-ink',
          )}
        >
          {facts.label}
        </span>
        {facts.edited && <Icon name="pencil" size={13} className="shrink-0" />}
      </span>
      <span className="absolute flex items-center gap-1" style={{ ...inset, top: LINE + 7 }}>
        {stopped && (
          <span
            className={classes(
              'inline-flex h-[18px] items-center rounded bg-ink px-1.5 font-semibold text-[12px] text-surface leading-none',
            )}
          >
            {outcome.text}
          </span>
        )}
        {facts.carried.slice(0, CHIPS).map((carried) => (
          <PayloadChip key={carried.value} carried={carried} />
        ))}
        {facts.carried.length > CHIPS && (
          <span className="inline-flex h-[18px] items-center rounded border border-control bg-surface px-1 text-[12px] leading-none">
            +{facts.carried.length - CHIPS}
          </span>
        )}
      </span>
      {outcome && (
        <span
          className="absolute -translate-x-1/2 -translate-y-1/2"
          style={{ left: toX + (rightward ? 1 : -1) * (stopped ? -10 : 13), top: LINE }}
          title={outcome.text}
        >
          <OutcomeDisc outcome={outcome} />
        </span>
      )}
    </div>
  )
}
