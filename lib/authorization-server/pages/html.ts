/** HTML that is already safe to put into a page: only the `html` tag makes it. */
export class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

type Part = Html | string | number | false | null | readonly Html[]

/** A template whose values are escaped, unless they are `Html` themselves; `false` and `null` write nothing. */
export function html(literals: TemplateStringsArray, ...values: Part[]): Html {
  const parts = literals.map((literal, index) => literal + write(values[index] ?? null))
  return new Html(parts.join(''))
}

function write(part: Part): string {
  if (part === null || part === false) return ''
  if (part instanceof Html) return part.text
  if (typeof part === 'object') return part.map((one) => one.text).join('')
  return escapeHtml(String(part))
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
}
