import type { Pass } from './layout'

const PITCH = 9
/** Where a line's text has its middle, in pixels from its top. */
const MIDDLE = 14
const BEND = 5

export const railsWidth = (lanes: number): number => (lanes === 0 ? 0 : lanes * PITCH + 8)

/** The piece of every rail that runs beside one line. Decorative: the line says in words where it leads. */
export function Rails({ passes, lanes }: { passes: readonly Pass[]; lanes: number }) {
  const width = railsWidth(lanes)
  const ordered = [...passes].sort((one, other) => Number(one.possible) - Number(other.possible))
  return (
    <div className="relative shrink-0">
      <svg width={width} height="1" aria-hidden="true" className="block h-px" />
      <svg width={width} aria-hidden="true" className="absolute inset-0 h-full overflow-visible">
        {ordered.map((pass) => (
          <Rail key={pass.lane} pass={pass} />
        ))}
      </svg>
    </div>
  )
}

function Rail({ pass: { lane, above, below, joins, possible } }: { pass: Pass }) {
  const x = (lane + 1) * PITCH
  const stroke = possible ? 'var(--accent)' : 'var(--control)'
  const line = { stroke, strokeWidth: possible ? 2.25 : 1.25, fill: 'none' }
  const bend = (to: number) => `M${joins === 'in' ? 5 : 0} ${MIDDLE}H${x - BEND}Q${x} ${MIDDLE} ${x} ${to}`
  return (
    <g {...line}>
      {joins === null && <line x1={x} x2={x} y1="0" y2="100%" />}
      {joins !== null && above && (
        <>
          <line x1={x} x2={x} y1="0" y2={MIDDLE - BEND} />
          <path d={bend(MIDDLE - BEND)} />
        </>
      )}
      {joins !== null && below && (
        <>
          <path d={bend(MIDDLE + BEND)} />
          <line x1={x} x2={x} y1={MIDDLE + BEND} y2="100%" />
        </>
      )}
      {joins !== null && above && below && <line x1={x} x2={x} y1={MIDDLE - BEND} y2={MIDDLE + BEND} />}
      {joins === 'in' && <path d={`M0 ${MIDDLE}l7 -4v8Z`} fill={stroke} stroke="none" />}
    </g>
  )
}
