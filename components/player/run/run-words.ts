/** The options of a run, always written the same: what the run is remembered by. */
export function optionsKey(options: Record<string, string>): string {
  return new URLSearchParams(Object.entries(options).sort()).toString()
}

export function sentenceOf(error: unknown): string {
  return error instanceof Error && error.message ? error.message : 'The app failed. Try again.'
}
