import type { NodeProps } from '@xyflow/react'
import { classes } from '@/components/ui/classes'
import type { MessagesNode } from './map-layout'
import { OutcomeDisc } from './outcome-disc'
import { PayloadChip } from './payload-chip'
import { StepDisc } from './step-disc'

/** The numbers of the messages on a link; the current one with its label and payload. */
export function MessagesNodeView({ data }: NodeProps<MessagesNode>) {
  const { facts, current, link, anchor, room } = data
  const shift = (side: -1 | 0 | 1) => (side === -1 ? '0' : side === 0 ? '-50%' : '-100%')
  const words = link === 'human' ? current?.human : current?.label
  return (
    <div
      className={classes('absolute flex w-max flex-col gap-1.5', SIDE[anchor.x])}
      style={{ transform: `translate(${shift(anchor.x)}, ${shift(anchor.y)})` }}
    >
      <span className={classes('flex flex-wrap gap-1', JUSTIFY[anchor.x])} style={{ maxWidth: room }}>
        {facts.map((fact) => (
          <span
            key={fact.number}
            data-step={fact.time === 'planned' ? undefined : fact.number}
            className={classes(
              'rounded-full',
              fact.time !== 'planned' && 'cursor-pointer',
              fact === current && 'outline-2 outline-ink outline-offset-2',
            )}
          >
            <StepDisc facts={link === 'human' ? { ...fact, from: 'user' } : fact} />
          </span>
        ))}
      </span>
      {current && words && (
        <span
          className={classes(
            'flex max-w-72 flex-col gap-1 rounded-md border border-control bg-surface px-2 py-1.5',
            SIDE[anchor.x],
          )}
        >
          <span className={classes('flex items-center gap-1.5 font-bold text-[13px]', link !== 'human' && 'font-mono')}>
            {words}
            {current.outcome && link !== 'human' && <OutcomeDisc outcome={current.outcome} />}
          </span>
          {link !== 'human' && current.carried.length > 0 && (
            <span className="flex flex-wrap gap-1">
              {current.carried.map((carried) => (
                <PayloadChip key={carried.value} carried={carried} />
              ))}
            </span>
          )}
        </span>
      )}
    </div>
  )
}

const SIDE = { [-1]: 'items-start', 0: 'items-center', 1: 'items-end' }
const JUSTIFY = { [-1]: 'justify-start', 0: 'justify-center', 1: 'justify-end' }
