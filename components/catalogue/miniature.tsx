import { PARTY } from '@/components/ui/party'
import { PartyIcon } from '@/components/ui/party-icon'
import type { Step } from '@/machines/kit/step'
import { MINIATURE, type MiniatureLayout, miniatureLayout } from './miniature-layout'

const ICON = 18

/** A flow at a glance: lanes of the parties that take part, an arrow a message. Decorative; the card says it in words. */
export function Miniature({ steps }: { steps: readonly Step[] }) {
  const { lanes, arrows, acts, breaks } = miniatureLayout(steps)
  return (
    <svg
      viewBox={`0 0 ${MINIATURE.width} ${MINIATURE.height}`}
      className="block h-auto w-full"
      fill="none"
      aria-hidden="true"
      data-steps={steps.length}
    >
      {breaks.map((y) => (
        <path key={y} d={`M8 ${y}H${MINIATURE.width - 8}`} stroke="var(--line)" strokeWidth="0.75" />
      ))}
      {lanes.map(({ party, x }) => (
        <g key={party}>
          <path
            d={`M${x} ${ICON + 4}V${MINIATURE.height - 4}`}
            stroke={PARTY[party].line}
            strokeWidth="1.25"
            opacity="0.45"
          />
          <g transform={`translate(${x - ICON / 2} 2)`}>
            <PartyIcon party={party} size={ICON} />
          </g>
        </g>
      ))}
      {acts.map(({ number, y, fromX, toX }) => (
        <path
          key={number}
          d={`M${fromX} ${y}H${toX}`}
          stroke={PARTY.user.line}
          strokeWidth="1.75"
          strokeDasharray="0.1 3.5"
          strokeLinecap="round"
        />
      ))}
      {arrows.map((arrow) => (
        <Arrow key={arrow.step.number} {...arrow} />
      ))}
    </svg>
  )
}

/** Dashed through the browser, a double rail from server to server, in its sender's hue. */
function Arrow({ step, y, fromX, toX }: MiniatureLayout['arrows'][number]) {
  const way = Math.sign(toX - fromX)
  const { line } = PARTY[step.from]
  const end = toX - way * 6
  return (
    <g data-step={step.id}>
      {step.channel === 'back' ? (
        <>
          <path d={`M${fromX} ${y}H${end}`} stroke={line} strokeWidth="3" />
          <path d={`M${fromX} ${y}H${end}`} stroke="var(--canvas)" strokeWidth="1" />
        </>
      ) : (
        <path d={`M${fromX} ${y}H${end}`} stroke={line} strokeWidth="1.5" strokeDasharray="5 2.5" />
      )}
      <path d={`M${toX - way} ${y}l${-way * 6.5} -3.25v6.5Z`} fill={line} />
    </g>
  )
}
