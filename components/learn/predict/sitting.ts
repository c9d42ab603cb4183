/** What was asked and answered in one run. Plain JSON; a tab remembers it as long as the run. */
export interface Sitting {
  /** By the id of the question. */
  answers: Readonly<Record<string, Given>>
  /** Missed ones, asked once more; by the id, too. */
  again: Readonly<Record<string, Given>>
  /** How many steps the learner has seen. */
  seen: number
}

/** `known`: it came out as said on an earlier visit, so it is not asked in this run. */
export type Given = Said | { said: 'skipped' } | { said: 'known' }

export interface Said {
  said: 'option'
  /** Id of the option. */
  option: string
  sure: boolean
  /** Number of the step that shows what comes; of a question asked again, the step it was asked at. */
  at: number
  /** Id of the option that came true, null for none; left out until the step is there. */
  came?: string | null
}

export const isSaid = (given: Given | undefined): given is Said => given?.said === 'option'

export const isMissed = (given: Given | undefined): given is Said =>
  isSaid(given) && given.came !== undefined && given.came !== given.option

const keyOf = (lab: string) => `grant-lab lesson ${lab}`

export function savedSitting(lab: string): Sitting | null {
  try {
    return JSON.parse(sessionStorage.getItem(keyOf(lab)) ?? 'null')
  } catch {
    return null
  }
}

/** Where nothing can be kept, a reload asks again. */
export function saveSitting(lab: string, sitting: Sitting): void {
  try {
    sessionStorage.setItem(keyOf(lab), JSON.stringify(sitting))
  } catch {
    // Full or forbidden: the run itself is not remembered either.
  }
}
