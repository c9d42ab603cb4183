/** One line of a Markdown file. `number` counts from 1. */
export interface Line {
  number: number
  text: string
}

/** A section: its heading and what stands below it. */
export interface Section {
  /** `step`, `task` or `attack`; something else is a mistake. */
  kind: string
  /** What the heading names. */
  name: string
  number: number
  lines: readonly Line[]
}

export interface MarkdownParts {
  /** Lines between the dashes; null when there are none. */
  front: readonly Line[] | null
  /** Before the first section. */
  opening: readonly Line[]
  sections: readonly Section[]
}

export function partsOf(text: string): MarkdownParts {
  const lines = text.split(/\r\n|\r|\n/).map((one, index) => ({ number: index + 1, text: one }))
  const begin = lines.findIndex(({ text: one }) => one.trim() !== '')
  const hasFront = lines[begin]?.text.trim() === '---'
  const end = hasFront ? lines.findIndex(({ text: one }, at) => at > begin && one.trim() === '---') : -1
  const body = end < 0 ? lines : lines.slice(end + 1)
  const heads = body.flatMap((one, at) => (/^##(?!#)/.test(one.text) ? [at] : []))
  const sections = heads.map((at, index): Section => {
    const { number, text: heading } = body[at] ?? { number: 0, text: '' }
    const [, kind = '', name = ''] = /^##\s*([A-Za-z]*)\s*:?\s*(.*)$/.exec(heading) ?? []
    return { kind: kind.toLowerCase(), name: name.trim(), number, lines: body.slice(at + 1, heads[index + 1]) }
  })
  return {
    front: end < 0 ? null : lines.slice(begin + 1, end),
    opening: body.slice(0, heads[0] ?? body.length),
    sections,
  }
}

/** Lines as a text, without the empty ones around it. A backslash in front keeps a line from being read as anything else. */
export const proseOf = (lines: readonly Line[]): string =>
  lines
    .map(({ text }) => text.replace(/^\\/, ''))
    .join('\n')
    .trim()

export const isBlank = ({ text }: Line): boolean => text.trim() === ''

/** `name: value`, with quotes around the value taken off. */
export function setting(text: string): { name: string; value: string } | null {
  const [, name, value = ''] = /^\s*([A-Za-z][A-Za-z-]*)\s*:\s*(.*)$/.exec(text) ?? []
  if (name === undefined) return null
  const bare = value.trim()
  const quoted = bare.length > 1 && bare.startsWith('"') && bare.endsWith('"')
  return { name, value: quoted ? bare.slice(1, -1) : bare }
}

/** `name=value, name=value`. */
export function pairsOf(text: string): [name: string, value: string][] {
  return text
    .split(',')
    .map((pair) => pair.trim())
    .filter((pair) => pair !== '')
    .map((pair) => {
      const [name = '', ...value] = pair.split('=')
      return [name.trim(), value.join('=').trim()]
    })
}

/** A value as it would stand in JSON: `true`, `600`, or a text. */
export function plainValue(text: string): string | number | boolean {
  if (/^(true|yes)$/.test(text)) return true
  if (/^(false|no)$/.test(text)) return false
  return /^-?\d{1,12}$/.test(text) ? Number(text) : text
}
