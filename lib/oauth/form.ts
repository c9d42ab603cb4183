/** `application/x-www-form-urlencoded`, read and written as RFC 6749, appendix B wants it. */

/** Every pair in order, so that a repeated parameter stays visible. */
export type Parameters = [name: string, value: string][]

export function parseForm(text: string): Parameters {
  return [...new URLSearchParams(text)]
}

export function encodeForm(parameters: Parameters): string {
  return new URLSearchParams(parameters).toString()
}

/** One value form-urlencoded, as HTTP Basic wants client ids and secrets (RFC 6749, section 2.3.1). */
export function encodeFormValue(value: string): string {
  return new URLSearchParams([['', value]]).toString().slice(1)
}

export function decodeFormValue(encoded: string): string {
  return /[+%]/.test(encoded) ? decodeURIComponent(encoded.replaceAll('+', ' ')) : encoded
}

/**
 * The parameter's value, or null when it is absent. A parameter sent without a value counts as
 * absent (RFC 6749, section 3.1). When a name repeats, the first non-empty value answers; whether
 * repeating is allowed is a check of the endpoint.
 */
export function parameter(parameters: Parameters, name: string): string | null {
  return parameters.find(([key, value]) => key === name && value !== '')?.[1] ?? null
}

/** Names that occur more than once, leaving out those that may (RFC 6749, section 3.1; RFC 8707, section 2). */
export function repeatedParameters(parameters: Parameters, mayRepeat: readonly string[] = []): string[] {
  const seen = new Set<string>()
  const repeated = new Set<string>()
  for (const [name] of parameters) {
    if (seen.has(name) && !mayRepeat.includes(name)) repeated.add(name)
    seen.add(name)
  }
  return [...repeated]
}
