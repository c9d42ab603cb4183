/** What a completion code says. Plain JSON. */
export interface Completion {
  /** As the learner typed it. */
  name: string
  /** `lessonDigest` of the lesson. */
  lesson: string
  /** Its title, cut when it is long. */
  title: string
  /** What the assignment link said of the class; empty: nothing. */
  label: string
  /** Seconds since the epoch, by the server's clock. */
  at: number
  predictions: { right: number; asked: number; graded: boolean }
  /** `graded`: how many of those done the server itself has graded; the others are told by the browser alone. */
  tasks: { done: number; of: number; graded: number }
}

/** Answer to `POST /api/lessons/completion`. */
export interface CompletionAnswer {
  code: string
  completion: Completion
}

/** Why a code is not valid. */
export type Fault = 'no-code' | 'cut-off' | 'other-server' | 'changed'

/** What is found of one code. */
export type Checked = { code: string } & ({ completion: Completion } | { fault: Fault })

export const FAULTS: Readonly<Record<Fault, string>> = {
  'no-code': 'This is no completion code. One begins with GL1 and a dot; copy all of it.',
  'cut-off': 'The code is not whole: its end is missing. Ask for all of it.',
  'other-server':
    'Another server signed this code, or this one has another key since. Check it where the lesson was done.',
  changed: 'The code was changed after it was signed. Ask for the code as it was shown.',
}
