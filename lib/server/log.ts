import 'server-only'

/** The operator's log: one line each, and nothing of a lab's contents. */
export function logLine(sentence: string): void {
  console.log(`[grant-lab] ${sentence}`)
}

/** A failure of the app: where and what, never a message's body, header or URL, which could hold a lab's secret. */
export function logFailure(where: string, error: unknown): void {
  const { name, stack = '' } = error instanceof Error ? error : new Error(typeof error)
  const code = error instanceof Error && 'code' in error ? ` ${String(error.code)}` : ''
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line))
  console.error(`[grant-lab] ${where}: ${name}${code}\n${frames.slice(0, 6).join('\n')}`)
}
