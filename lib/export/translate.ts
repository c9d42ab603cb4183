import { decodeBase64Url, decodeUtf8 } from '@/lib/oauth/base64url'
import { percentEncoded } from './disguise'
import { type Recording, secretsOf } from './recording'

type Values = Pick<Recording, 'lab' | 'castSecrets' | 'exchanges'>

/**
 * What stands in one run, as it has to stand in another that plays the same flow: the lab's id and addresses, and each
 * secret by its place in the order they were made. What the other run has not made yet stays as it is.
 */
export function translation(from: Values, to: Values): <Value>(value: Value) => Value {
  const pairs = new Map<string, string>()
  const put = (old: string, now: string | undefined) => {
    if (now !== undefined && !pairs.has(old)) pairs.set(old, now)
  }
  for (const name of ['issuer', 'resource', 'app', 'id'] as const) put(from.lab[name], to.lab[name])
  const made = secretsOf(to)
  for (const [at, { kind, value }] of secretsOf(from).entries()) {
    put(value, made[at]?.kind === kind ? made[at].value : undefined)
  }
  const longestFirst = [...pairs].sort(([one], [other]) => other.length - one.length)
  const inMessages = longestFirst.flatMap(([old, now]) => [
    [old, now] as const,
    [encodeURIComponent(old), encodeURIComponent(now)] as const,
  ])
  // Credentials are encoded before HTTP Basic (RFC 6749, section 2.3.1); a name in their place is not.
  const inBasic = longestFirst.flatMap(([old, now]) => [
    [percentEncoded(old), percentEncoded(now)] as const,
    [old, percentEncoded(now)] as const,
  ])

  const text = (value: string): string => {
    const [, scheme, credentials] = /^(basic )([\w+/-]+=*)$/i.exec(value) ?? []
    const pair = credentials && decoded(credentials)
    return pair ? `${scheme}${btoa(replaced(pair, inBasic))}` : replaced(value, inMessages)
  }

  return function deep<Value>(value: Value): Value {
    if (typeof value === 'string') return text(value) as Value
    if (Array.isArray(value)) return value.map(deep) as Value
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, deep(inner)])) as Value
  }
}

function replaced(value: string, pairs: readonly (readonly [string, string])[]): string {
  return pairs.reduce((now, [old, other]) => now.replaceAll(old, other), value)
}

function decoded(base64: string): string | null {
  try {
    return decodeUtf8(decodeBase64Url(base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')))
  } catch {
    return null
  }
}
