/** What came of a task. Plain JSON. */
export interface Grade {
  done: boolean
  /** One or two sentences for the learner: what happened, and where it is not done, what is missing. */
  sentence: string
  /** The recorded exchange that proves it; null while it is not done, or no message of the lab does. */
  proof: { seq: number } | null
  /** Of a task that is done, by the server that graded it: a completion code then says so. */
  receipt?: string
}

export const notYet = (sentence: string): Grade => ({ done: false, sentence, proof: null })
