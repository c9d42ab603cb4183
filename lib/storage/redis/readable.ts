/** A command as a script answers it: name and arguments. */
export type Command = readonly (string | number)[]

/** How many commands of one call are written out. */
export const SHOWN = 50

/**
 * Commands as one types them into redis-cli, one a line.
 *
 * @param ran how many there were, where these are only the first
 */
export function readable(commands: readonly Command[], ran = commands.length): string {
  const lines = commands.slice(0, SHOWN).map((command) => command.map(quote).join(' '))
  const left = ran - lines.length
  return left > 0 ? [...lines, `(and ${left} more)`].join('\n') : lines.join('\n')
}

function quote(value: string | number) {
  const text = String(value)
  return /^[\w.:@/+*=~-]+$/.test(text) ? text : JSON.stringify(text)
}
