import { assemble } from './assemble'
import { type Draft, type Field, GROUPS, type Group } from './draft'

export const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'] as const

/** Why a draft cannot be sent, in a sentence, and beside which field it belongs. */
export interface Problem {
  /** `method`, `path`, `body`, or the field's id. */
  at: 'method' | 'path' | 'body' | number
  sentence: string
}

// RFC 9110, section 5.6.2: the characters of a token.
const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/
// What `fetch` lets through as a header value: visible ASCII, spaces and tabs, Latin-1.
const HEADER_VALUE = /^[\t\x20-\x7E\x80-\xFF]*$/

export function problemsOf(draft: Draft): Problem[] {
  const problems: Problem[] = []
  if (!draft.path.startsWith('/')) problems.push({ at: 'path', sentence: 'A path begins with a slash.' })
  else if (/[\s#?]/.test(draft.path)) {
    problems.push({
      at: 'path',
      sentence: 'A path holds no spaces, “?” or “#”; put parameters into the query.',
    })
  }
  for (const group of GROUPS) {
    if (group === 'form' && draft.rawBody !== null) continue
    for (const field of draft.fields[group]) {
      const sentence = field.removed ? null : fieldProblem(group, field)
      if (sentence) problems.push({ at: field.id, sentence })
    }
  }
  if (problems.length === 0 && ['GET', 'HEAD'].includes(draft.method) && assemble(draft).body) {
    const sentence = `A ${draft.method} request cannot carry a body: choose POST, or remove the body.`
    problems.push({ at: 'method', sentence })
  }
  return problems
}

function fieldProblem(group: Group, { name, value }: Field): string | null {
  if (name === '') return group === 'headers' ? 'A header needs a name.' : 'Give it a name, or remove it.'
  if (group === 'headers') {
    if (!TOKEN.test(name)) return 'A header’s name has letters, digits and hyphens only.'
    if (!HEADER_VALUE.test(value)) return 'A header’s value is one line of Latin text.'
    return headerOwner(name.toLowerCase())
  }
  if (group === 'cookies') {
    if (!TOKEN.test(name)) return 'A cookie’s name has letters, digits and hyphens only.'
    if (!/^[\x21-\x3A\x3C-\x7E]*$/.test(value)) return 'A cookie’s value has no spaces and no semicolons.'
  }
  return null
}

const CONNECTION_HEADERS =
  /^(connection|content-length|expect|host|keep-alive|te|trailer|transfer-encoding|upgrade|proxy-connection)$/

function headerOwner(name: string): string | null {
  if (name === 'cookie') return 'Cookies have their own table: add it there.'
  return CONNECTION_HEADERS.test(name) ? 'The connection sets this header by itself.' : null
}
