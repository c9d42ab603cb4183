import type { StepFacts } from '@/components/transcript/facts'
import { PARTY } from '@/components/ui/party'

interface Point {
  x: number
  y: number
}

interface MessageLineProps {
  facts: StepFacts
  from: Point
  to: Point
  /** Colour of what lies behind, for the knocked-out core of a back-channel rail. */
  ground: string
}

const HEAD = 11
/** How far before the receiver a refused message stops. */
const BAR = 24

/**
 * One message as a line. The channel is told by construction, never by hue: front dashed, with an eye at its source;
 * back a double rail, with a lock. The hue is the sender's.
 */
export function MessageLine({ facts, from, to, ground }: MessageLineProps) {
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  const angle = (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI
  const { outcome, time, channel } = facts
  const rested = time === 'planned' || time === 'later'
  const current = time === 'current'
  const colour = time === 'planned' ? 'var(--control)' : PARTY[facts.from].line
  const barred = outcome?.kind === 'refused' || outcome?.kind === 'failed'
  const end = outcome?.kind === 'dropped' ? length / 2 : barred ? length - BAR : length - HEAD
  const back = channel === 'back channel'
  const weight = current ? 3.5 : rested ? 1.5 : 2.25
  const rail = current ? 6.5 : rested ? 4 : 4.75
  return (
    <g transform={`translate(${from.x} ${from.y}) rotate(${angle})`} data-channel={back ? 'back' : 'front'}>
      {back ? (
        <>
          <path d={`M0 0H${end}`} stroke={colour} strokeWidth={rail} />
          <path d={`M0 0H${end}`} stroke={ground} strokeWidth={current ? 2.2 : rested ? 1.1 : 1.7} />
        </>
      ) : (
        <path d={`M0 0H${end}`} stroke={colour} strokeWidth={weight} strokeDasharray="9 5" />
      )}
      {barred || outcome?.kind === 'dropped' ? (
        <path d={`M${end} -9V9`} stroke="var(--ink)" strokeWidth="3" strokeLinecap="round" />
      ) : (
        <path d={`M${length - 1} 0l${-HEAD} -6v12Z`} fill={colour} />
      )}
      <g transform={`translate(${Math.min(15, length / 4)} 0) rotate(${-angle})`}>
        <rect x="-9" y="-7" width="18" height="14" rx="7" fill={ground} />
        <ChannelGlyph back={back} colour={colour} />
      </g>
      {current && !barred && (
        <g
          key={facts.number}
          className={facts.onTheWire ? 'glide' : 'glide-away'}
          style={{ transform: `translateX(${facts.onTheWire ? length / 2 : end}px)` }}
          data-on-the-wire={facts.onTheWire || undefined}
        >
          <g transform={`rotate(${-angle})`}>
            <rect x="-11" y="-7" width="22" height="14" rx="2.5" fill={colour} stroke={ground} strokeWidth="2.5" />
            <path d="m-7 -3 7 5 7-5" stroke={ground} strokeWidth="1.75" fill="none" />
          </g>
        </g>
      )}
    </g>
  )
}

/** Open eye: visible on the way. Lock: from server to server. */
function ChannelGlyph({ back, colour }: { back: boolean; colour: string }) {
  return back ? (
    <g fill={colour}>
      <rect x="-4" y="-1" width="8" height="6" rx="1" />
      <path d="M-2.5 -1V-2.75a2.5 2.5 0 0 1 5 0V-1" fill="none" stroke={colour} strokeWidth="1.5" />
    </g>
  ) : (
    <g fill="none" stroke={colour} strokeWidth="1.4">
      <path d="M-6.5 0S-4 -4 0 -4 6.5 0 6.5 0 4 4 0 4-6.5 0-6.5 0Z" />
      <circle r="1.7" fill={colour} stroke="none" />
    </g>
  )
}
