/** Scopes are a space-delimited, unordered set of case-sensitive tokens (RFC 6749, section 3.3). */

const SCOPE_SYNTAX = /^[\x21\x23-\x5B\x5D-\x7E]+( [\x21\x23-\x5B\x5D-\x7E]+)*$/

export function isWellFormedScope(scope: string): boolean {
  return SCOPE_SYNTAX.test(scope)
}

/** The tokens of a scope, each once, in the order given. An absent scope has none. */
export function scopeTokens(scope: string | null | undefined): string[] {
  return [...new Set((scope ?? '').split(' ').filter((token) => token !== ''))]
}

export function scopeIncludes(scope: string, wanted: string): boolean {
  const held = new Set(scopeTokens(scope))
  return scopeTokens(wanted).every((token) => held.has(token))
}

/** The tokens of `wanted` that are also in `allowed`, in the order wanted. */
export function intersectScope(wanted: string, allowed: string): string {
  const held = new Set(scopeTokens(allowed))
  return scopeTokens(wanted)
    .filter((token) => held.has(token))
    .join(' ')
}
