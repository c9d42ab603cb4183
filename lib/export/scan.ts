import { encodeUtf8 } from '@/lib/oauth/base64url'
import { spellings } from './disguise'
import { type NamedSecret, powerOf } from './named-secrets'

export interface Finding {
  /** The name that should stand there: `code~1`. */
  name: string
  /** How the value is written: `as it is`, `inside base64`. */
  how: string
}

/** Shorter values may be words: they count only where they stand alone, and are no host of an e-mail address. */
const SURELY_RANDOM = 12

/**
 * Looks for every live value in a finished file, however it may have got there: as it is, URL-encoded, escaped for HTML
 * or JSON, or within base64 at any alignment (HTTP Basic, the parts of a JWT). Knows nothing of how files are made.
 *
 * @param content the file's bytes as text; of a file that is no text, one character a byte
 */
export function scanForSecrets(content: string, secrets: readonly NamedSecret[]): Finding[] {
  const found: Finding[] = []
  for (const { name, value } of secrets) {
    const how = howWritten(content, powerOf(value))
    if (how) found.push({ name, how })
  }
  return found
}

function howWritten(content: string, value: string): string | null {
  if (occurs(content, value)) return 'as it is'
  const written = spellings(value)
  if (written.some((spelling) => occurs(content, spelling))) return 'encoded or escaped'
  return written.flatMap(base64Cores).some((core) => content.includes(core)) ? 'inside base64' : null
}

function occurs(content: string, written: string): boolean {
  if (written.length >= SURELY_RANDOM) return content.includes(written)
  for (let at = content.indexOf(written); at >= 0; at = content.indexOf(written, at + 1)) {
    const [before, after] = [content.charAt(at - 1), content.charAt(at + written.length)]
    if (!/[A-Za-z0-9_@-]/.test(before) && !/[A-Za-z0-9_-]/.test(after)) return true
  }
  return false
}

/** Fewer characters would be found by chance. */
const TELLING_CORE = 8

/** What base64 makes of the value wherever it begins within three bytes, less the characters its neighbours decide. */
function base64Cores(value: string): string[] {
  const bytes = encodeUtf8(value)
  return [0, 1, 2].flatMap((offset) => {
    const encoded = btoa('\0'.repeat(offset) + String.fromCharCode(...bytes))
    const core = encoded.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + bytes.length) * 8) / 6))
    return core.length < TELLING_CORE ? [] : [core, core.replaceAll('+', '-').replaceAll('/', '_')]
  })
}
