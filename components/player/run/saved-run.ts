import type { Snapshot } from 'xstate'
import type { SentEvent } from '@/lib/export/recording'

/** What a tab remembers of a run, so that a reload returns to the same lab and step. */
export interface SavedRun {
  lab: string
  machine: Snapshot<unknown>
  /** Step looked at; null follows the head. */
  cursor: number | null
  /** What the learner did; left out by those who need it not. */
  sent?: readonly SentEvent[]
}

const keyOf = (flow: string, options: string) => `grant-lab run ${flow} ${options}`

/** Session storage may be full or forbidden: then a reload starts a new run. */
export function saveRun(flow: string, options: string, run: SavedRun): void {
  try {
    sessionStorage.setItem(keyOf(flow, options), JSON.stringify(run))
  } catch {
    forgetRun(flow, options)
  }
}

export function savedRun(flow: string, options: string): SavedRun | null {
  try {
    return JSON.parse(sessionStorage.getItem(keyOf(flow, options)) ?? 'null')
  } catch {
    return null
  }
}

export function forgetRun(flow: string, options: string): void {
  try {
    sessionStorage.removeItem(keyOf(flow, options))
  } catch {
    // Forbidden storage holds nothing to forget.
  }
}

/** Every run this tab remembers: the flow, and the lab it runs in. */
export function savedRuns(): { flow: string; lab: string }[] {
  try {
    return Object.keys(sessionStorage).flatMap((key) => {
      const flow = /^grant-lab run (\S+)/.exec(key)?.[1]
      const lab: unknown = flow && JSON.parse(sessionStorage.getItem(key) ?? 'null')?.lab
      return flow && typeof lab === 'string' ? [{ flow, lab }] : []
    })
  } catch {
    return []
  }
}
