/** The part of a lesson that looks back, as the address names it; any other one is the flow. */
export const SUMMARY = '#summary'
export const FLOW = '#flow'

/** What a tab remembers the run of a lesson by. */
export const memoryOf = (lesson: string): string => `lesson:${lesson}`
