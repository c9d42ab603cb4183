/** How a talk stands to its plan, in words: a presenter glances at it. */
export interface Pace {
  /** `12:05`, since the start. */
  elapsed: string
  words: string
  kind: 'ahead' | 'on-time' | 'behind' | 'over'
}

interface Talk {
  /** Milliseconds since the start. */
  elapsed: number
  /** Milliseconds the talk should take. */
  planned: number
  /** Steps done, of how many. */
  done: number
  steps: number
}

const MINUTE = 60_000

/** A difference below this is no difference. */
const TOLERANCE = MINUTE

export function paceOf({ elapsed, planned, done, steps }: Talk): Pace {
  const clock = clockWords(elapsed)
  if (elapsed > planned && done < steps) {
    return { elapsed: clock, kind: 'over', words: `${minutes(elapsed - planned)} over, ${steps - done} steps left` }
  }
  const due = steps === 0 ? 0 : (done / steps) * planned
  const difference = due - elapsed
  if (Math.abs(difference) < TOLERANCE) return { elapsed: clock, kind: 'on-time', words: 'on time' }
  const kind = difference > 0 ? 'ahead' : 'behind'
  return { elapsed: clock, kind, words: `${minutes(Math.abs(difference))} ${kind}` }
}

function minutes(milliseconds: number): string {
  const count = Math.max(1, Math.round(milliseconds / MINUTE))
  return count === 1 ? '1 minute' : `${count} minutes`
}

function clockWords(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
