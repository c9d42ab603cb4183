import type { CitationId } from '@/lib/oauth/citations'

/** The words for one step. Words only: who sends what to whom stands in the machine. */
export interface StepLesson {
  /** At most 8 words: what happens. */
  title: string
  /** One or two sentences, at most 45 words, in plain voice: "The app now redeems the code". */
  caption: string
  /** Why the step exists. */
  why: string
  /** What breaks without it. */
  without: string
  cites: readonly CitationId[]
  /** What to say when presenting it: spoken, and not what the slide says already. */
  notes?: string
  /** Where a check refused the message, caption and clauses are those of the check's rule. */
  byCheck?: boolean
}

/** What a presenter can say at a step: its notes, or why it exists. */
export const notesFor = ({ notes, why }: Pick<StepLesson, 'notes' | 'why'>): string => notes ?? why

/** The words for one grant, keyed by step id. */
export interface Lesson {
  steps: Readonly<Record<string, StepLesson>>
}
