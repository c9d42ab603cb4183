/** A command as a script answers it: name and arguments. */
export type Command = readonly (string | number)[]

/** How many commands of one call are written out. */
const SHOWN = 50

/** Commands as one types them into redis-cli, one a line. */
export function readable(commands: readonly Command[]): string {
  const lines = commands.slice(0, SHOWN).map((command) => command.map(quote).join(' '))
  const left = commands.length - lines.length
  return left > 0 ? [...lines, `(and ${left} more)`].join('\n') : lines.join('\n')
}

function quote(value: string | number) {
  const text = String(value)
  return /^[\w.:@/+*=~-]+$/.test(text) ? text : JSON.stringify(text)
}
