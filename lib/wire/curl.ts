import type { HttpRequest } from '@/lib/oauth/http'

/**
 * The request as a command to paste into bash. Run, it sends the same method, URL, headers and body; what curl
 * adds of its own (`Host`, `Content-Length`, `User-Agent`) is no part of the recorded message. Redirects are shown,
 * not followed.
 */
export function toCurl({ method, url, headers, body }: HttpRequest): string {
  const words = [`curl ${quote(url)}`]
  if (/[[\]{}]/.test(url)) words.push('--globoff')
  if (method === 'HEAD') words.push('--head')
  else if (method !== (body === null ? 'GET' : 'POST')) words.push(`-X ${quote(method)}`)
  for (const [name, value] of headers)
    words.push(`-H ${quote(value === '' ? `${name};` : `${name}: ${value}`, 'latin1')}`)
  for (const name of defaultsToSilence(headers, body)) words.push(`-H ${quote(`${name}:`)}`)
  if (body !== null)
    words.push(body.includes('\0') ? `--data-binary @<(printf ${printfFormat(body)})` : `--data-raw ${quote(body)}`)
  return words.join(' \\\n  ')
}

/** Headers curl would add that the message does not have and that a server may act on. */
function defaultsToSilence(headers: HttpRequest['headers'], body: string | null): string[] {
  const defaults = body === null ? ['accept'] : ['accept', 'content-type']
  return defaults.filter((name) => !headers.some(([present]) => present === name))
}

/**
 * One bash word holding exactly this text. Single quotes protect everything but themselves; text with control
 * characters, which a terminal would act on while pasting, is written with `$'...'` escapes. A header's characters
 * 80 to FF stand for single bytes.
 */
export function quote(text: string, encoding: 'utf8' | 'latin1' = 'utf8'): string {
  const special = encoding === 'latin1' ? /[\p{Cc}\u00a0-\u00ff]/gu : /\p{Cc}/gu
  if (text.search(special) === -1) return `'${text.replaceAll("'", `'\\''`)}'`
  const escaped = text.replace(/[\\']/g, '\\$&').replace(special, (character) => escapeOf(character, encoding))
  return `$'${escaped}'`
}

function escapeOf(character: string, encoding: 'utf8' | 'latin1'): string {
  const named: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }
  const bytes = encoding === 'latin1' ? [character.charCodeAt(0)] : [...new TextEncoder().encode(character)]
  return named[character] ?? bytes.map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('')
}

/** A `printf` format that prints exactly these bytes, NUL included, which no bash word can hold. */
function printfFormat(text: string): string {
  const bytes = new TextEncoder().encode(text)
  const printed = Array.from(bytes, (byte) =>
    /[A-Za-z0-9 =&+.{}":,_-]/.test(String.fromCharCode(byte)) && byte < 0x80
      ? String.fromCharCode(byte)
      : `\\${byte.toString(8).padStart(3, '0')}`,
  )
  return `-- '${printed.join('')}'`
}
