import { SANS } from './parts'

/** Colours by CSS variable: `--ink` is `#12161c`. */
export type Colours = (variable: string) => string

const VARIABLE = /var\(\s*(--[\w-]+)\s*(?:,\s*([^()]*))?\)/g

/** An SVG as a file of its own: every CSS variable gives way to its colour, so that it looks the same anywhere. */
export function standalone(markup: string, colours: Colours): string {
  let text = markup.replaceAll('var(--font-sans)', SANS.replaceAll("'", ''))
  // A fallback may be a variable itself: the inner ones first.
  for (let next = resolved(text, colours); next !== text; next = resolved(text, colours)) text = next
  // A message that has arrived is at rest: its envelope is gone.
  text = text.replace(/^<svg[^>]*>/, (opening) => `${opening}<style>.glide-away{opacity:0}</style>`)
  return `<?xml version="1.0" encoding="UTF-8"?>\n${text}\n`
}

function resolved(text: string, colours: Colours): string {
  return text.replace(
    VARIABLE,
    (_, variable: string, fallback: string | undefined) => colours(variable) || fallback || '#000000',
  )
}
