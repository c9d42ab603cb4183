import type { Attempt, AttemptKind, StolenDump, TriedValue } from '@/lib/lab/dump/report'

/** What a value that opens something turned out to be. */
export const TURNED_OUT: Readonly<Record<AttemptKind, string>> = {
  photos: 'Access token',
  usage: 'Access token',
  'refresh-token': 'Refresh token',
  code: 'Authorization code',
  'server-session': 'Session cookie of the auth server',
  'app-session': 'Session cookie of the app',
  'client-secret': 'Client secret',
}

/** `Access token of alice, issued to photo-editor`. */
export function whatItIs({ user, client }: Pick<TriedValue, 'user' | 'client'>, kind: AttemptKind): string {
  return `${TURNED_OUT[kind]}${user ? ` of ${user}` : ''}${client ? `, issued to ${client}` : ''}`
}

export interface Usable {
  value: TriedValue
  opened: Attempt[]
}

/** The values that opened something, with all they opened. */
export function usableOf({ values }: StolenDump): Usable[] {
  return values
    .map((value) => ({ value, opened: value.attempts.filter(({ opened }) => opened !== null) }))
    .filter(({ opened }) => opened.length > 0)
}

export interface Refusals {
  line: string
  answer: string
  rule: string | null
  times: number
}

/** The refused attempts, those of the same kind with the same answer by the same check counted together. */
export function refusalsOf({ values }: StolenDump): Refusals[] {
  const counted = new Map<string, Refusals>()
  for (const { line, answer, opened, refusedBy } of values.flatMap(({ attempts }) => attempts)) {
    if (opened !== null) continue
    const rule = refusedBy?.rule ?? null
    const key = `${line} ${answer} ${rule}`
    const known = counted.get(key) ?? { line, answer, rule, times: 0 }
    counted.set(key, { ...known, times: known.times + 1 })
  }
  return [...counted.values()].sort((one, other) => one.line.localeCompare(other.line) || other.times - one.times)
}

export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`

/** The result in one sentence, and what is to be learned from it. */
export function lessonOf(dump: StolenDump): { title: string; text: string } {
  const usable = usableOf(dump).length
  if (dump.store === 'client') {
    return usable > 0
      ? {
          title: `${counted(usable, 'value')} could be used at once`,
          text: 'An app has to present its tokens, so it must keep them as they are: hashing at the auth server does not protect them here. Short lifetimes, tokens bound to a key (DPoP) and encryption with a key kept elsewhere do.',
        }
      : {
          title: 'Nothing could be used',
          text: 'The app holds no token that opens anything just now. Once it does, it keeps it as it is, because it has to present it: steal again then.',
        }
  }
  if (usable > 0) {
    return {
      title: `${counted(usable, 'value')} could be used at once`,
      text: 'The rows are keyed by the secrets themselves. A backup that gets lost, or one hole in a query, hands them over.',
    }
  }
  return dump.hashed
    ? {
        title: 'Nothing could be used',
        text: 'The rows are keyed by SHA-256 of the secrets. The server hashes what it is shown and finds the row; a thief who has only the hash would have to find 256 random bits.',
      }
    : {
        title: 'Nothing could be used just now',
        text: 'Tokens are kept plain here, but none of them opens anything at this moment. Issue one, and steal again.',
      }
}
