import { PARTIES, type Party } from '@/lib/oauth/parties'
import type { Step } from '@/machines/kit/step'

export const MINIATURE = { width: 320, height: 152 }
const HEADS = 24
const MARGIN = { side: 26, bottom: 10 }
const LARGEST_PITCH = 13

export interface MiniatureLayout {
  lanes: { party: Party; x: number }[]
  arrows: { step: Step; y: number; fromX: number; toX: number }[]
  /** What a human does: from her lane to the sender's. */
  acts: { number: number; y: number; fromX: number; toX: number }[]
  /** Where one phase ends and the next begins. */
  breaks: number[]
}

/** A flow's diagram small enough for a card: the parties that take part, one line a message. */
export function miniatureLayout(steps: readonly Step[]): MiniatureLayout {
  const present = new Set(steps.flatMap(({ from, to, human }) => [from, to, ...(human ? (['user'] as const) : [])]))
  const parties = PARTIES.filter((party) => present.has(party))
  const gap = (MINIATURE.width - 2 * MARGIN.side) / Math.max(1, parties.length - 1)
  const lanes = parties.map((party, at) => ({ party, x: round(MARGIN.side + at * gap) }))
  const xOf = (party: Party) => lanes.find((lane) => lane.party === party)?.x ?? 0

  const room = MINIATURE.height - HEADS - MARGIN.bottom
  const pitch = Math.min(LARGEST_PITCH, room / Math.max(1, steps.length))
  const top = HEADS + (room - pitch * steps.length) / 2
  const rows = steps.map((step, at) => ({ step, y: round(top + (at + 0.5) * pitch) }))
  return {
    lanes,
    arrows: rows.map(({ step, y }) => ({ step, y, fromX: xOf(step.from), toX: xOf(step.to) })),
    acts: rows.flatMap(({ step, y }) =>
      step.human ? [{ number: step.number, y, fromX: xOf('user'), toX: xOf(step.from) }] : [],
    ),
    breaks: rows.flatMap(({ step, y }, at) => {
      const before = rows[at - 1]
      return before && before.step.phase !== step.phase ? [round((before.y + y) / 2)] : []
    }),
  }
}

const round = (value: number): number => Math.round(value * 10) / 10
