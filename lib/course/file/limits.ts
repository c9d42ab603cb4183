/** What a lesson file says of itself, in JSON. */
export const LESSON_FORMAT = 'grant-lab-lesson'
/** Goes up when a reader of the version before would misread the file. */
export const LESSON_VERSION = 1

/** Bytes of a file. */
export const LESSON_LIMIT = 100 * 1024

/** Letters of each text, and how many there may be of each thing. */
export const MOST = {
  title: 120,
  sentence: 500,
  prose: 4000,
  name: 120,
  minutes: 600,
  stops: 60,
  options: 4,
  tasks: 20,
  hints: 10,
  claims: 12,
} as const

export const USUAL_MINUTES = 15
