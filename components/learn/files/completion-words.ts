import type { Completion } from '@/lib/course/completion/completion'

/** `3 of 4, checked here`: what was told by the browser alone is said to be. */
export function predictionWords({ predictions: { right, asked, graded } }: Completion): string {
  if (asked === 0) return 'none asked'
  return `${right} of ${asked}, ${graded ? 'looked up in the run here' : 'as the browser tells'}`
}

export function taskWords({ tasks: { done, of, graded } }: Completion): string {
  if (of === 0) return 'none given'
  if (done === 0) return `0 of ${of}`
  const how = graded === done ? 'graded here' : graded === 0 ? 'as the browser tells' : `${graded} graded here`
  return `${done} of ${of}, ${how}`
}

/** In the reader's own zone. */
export const whenWords = ({ at }: Completion): string =>
  new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' }).format(at * 1000)
