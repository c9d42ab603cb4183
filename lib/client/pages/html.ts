/** HTML that is safe to put into a page as it stands: only the `html` tag makes it, from literals and escaped values. */
export class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

type Part = Html | string | number | null | readonly Html[]

/** A template whose values are escaped, unless they are `Html` already; `null` writes nothing. */
export function html(literals: TemplateStringsArray, ...values: Part[]): Html {
  return new Html(literals.map((literal, index) => literal + write(values[index] ?? null)).join(''))
}

function write(part: Part): string {
  if (part === null) return ''
  if (part instanceof Html) return part.text
  if (typeof part === 'object') return part.map(({ text }) => text).join('')
  return String(part).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
