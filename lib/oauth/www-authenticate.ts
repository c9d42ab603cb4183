/** Writes and reads `WWW-Authenticate` challenges (RFC 9110, section 11.6.1; RFC 6750, section 3). */

export interface Challenge {
  scheme: string
  parameters: Record<string, string>
}

export function formatChallenge({ scheme, parameters }: Challenge): string {
  const list = Object.entries(parameters).map(([name, value]) => `${name}="${printable(value)}"`)
  return list.length === 0 ? scheme : `${scheme} ${list.join(', ')}`
}

/** Reads one challenge; null when it does not begin with a scheme. */
export function parseChallenge(value: string): Challenge | null {
  const match = /^([A-Za-z][\w-]*)(?: +(.*))?$/.exec(value.trim())
  if (!match?.[1]) return null
  const parameters: Record<string, string> = {}
  for (const [, name, quoted, token] of (match[2] ?? '').matchAll(/([\w-]+)=(?:"([^"]*)"|([^\s,]+))/g)) {
    if (name) parameters[name.toLowerCase()] = quoted ?? token ?? ''
  }
  return { scheme: match[1], parameters }
}

/** Only the characters that error texts may carry: %x20-21 / %x23-5B / %x5D-7E (RFC 6749, section 5.2). */
export function printable(text: string): string {
  return text.replace(/[^\x20\x21\x23-\x5B\x5D-\x7E]/g, '?')
}
