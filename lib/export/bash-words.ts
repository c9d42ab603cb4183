import { decodeBase64Url, decodeUtf8 } from '@/lib/oauth/base64url'
import { encodeFormValue } from '@/lib/oauth/form'
import { quote } from '@/lib/wire/curl'
import { percentEncoded } from './disguise'

/** A value of the recording, and the bash variable that holds its counterpart when the script runs. */
export interface Variable {
  name: string
  value: string
}

export interface BashWords {
  words: string
  /** Names of the variables in it. */
  used: Set<string>
}

const BASIC = /^(authorization: basic )([A-Za-z0-9+/_-]{4,}=*)$/i

/**
 * A text of a recorded message as bash words: what belongs to the recorded lab is replaced by variables, written the
 * way it was written there, and the rest is quoted.
 */
export function bashWords(variables: readonly Variable[]): (text: string) => BashWords {
  const written = new Map<string, { word: string; name: string }>()
  for (const { name, value } of variables) {
    for (const [spelling, word] of spellings(name, value)) {
      if (!written.has(spelling)) written.set(spelling, { word, name })
    }
  }
  const needles = [...written.keys()].sort((one, other) => other.length - one.length)
  const pattern = new RegExp(`(${needles.map(literal).join('|')})`)

  return function wordsOf(text: string): BashWords {
    const [, scheme, credentials] = BASIC.exec(text) ?? []
    const pair = scheme && credentials ? decoded(credentials) : null
    if (pair !== null) {
      const inside = wordsOf(pair)
      return { words: `${quote(scheme ?? '')}"$(base64_of ${inside.words})"`, used: inside.used }
    }
    const used = new Set<string>()
    const pieces = text.split(pattern).map((piece, at) => {
      const variable = at % 2 === 1 ? written.get(piece) : undefined
      if (variable) used.add(variable.name)
      return variable?.word ?? (piece === '' ? '' : quote(piece))
    })
    return { words: pieces.join('') || "''", used }
  }
}

/** How a value may be written in a message, with the bash word that writes it so. */
function spellings(name: string, value: string): [spelling: string, word: string][] {
  return [
    [value, `"$${name}"`],
    [encodeURIComponent(value), `"$(url "$${name}")"`],
    [encodeFormValue(value), `"$(url "$${name}")"`],
    [percentEncoded(value), `"$(every_mark "$${name}")"`],
  ]
}

const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')

function decoded(base64: string): string | null {
  try {
    return decodeUtf8(decodeBase64Url(base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')))
  } catch {
    return null
  }
}
