import type { Whence } from '@/lib/attacks/tools'
import type { HttpRequest, HttpResponse } from '@/lib/oauth/http'
import type { Exchange } from '@/lib/wire/exchange'
import { messageValues } from '@/lib/wire/secrets'
import type { Lab } from '../lab'

/** Every message Mallory has sent or received, oldest first. */
export function heardBy({ exchanges }: Pick<Lab, 'exchanges'>): Exchange[] {
  return exchanges.filter(({ from, to }) => from === 'attacker' || to === 'attacker')
}

/**
 * Whether a value has reached Mallory: in a message she sent or received, decoded as its receiver decodes it, or
 * through a declared leak.
 *
 * @param where only what came that way
 */
export function malloryKnows(lab: Pick<Lab, 'exchanges' | 'attacker'>, where?: Whence): (value: string) => boolean {
  const messages = heardBy(lab)
  const site = messages.filter(({ to }) => to === 'attacker')
  const answers = messages.filter(({ from }) => from === 'attacker')
  const told: ReadonlySet<string>[] = []
  if (where !== 'answer' && where !== 'leak') told.push(...site.map((one) => valuesOf(one, 'request')))
  if (where !== 'site' && where !== 'leak') told.push(...answers.map((one) => valuesOf(one, 'response')))
  const leaks = where === undefined || where === 'leak' ? lab.attacker.leaks : []
  told.push(new Set(leaks.flatMap((leak) => leak.values)))
  const bodies = where !== 'answer' && where !== 'leak' ? site.map(({ request }) => request.body ?? '') : []
  const texts = [...leaks.map(({ text }) => text), ...bodies].map(decoded)
  return (value) => told.some((values) => values.has(value)) || texts.some((text) => text.includes(value))
}

/** What a message says. A message never changes, and every move of an attack asks again. */
export function valuesOf(
  exchange: Pick<Exchange, 'request' | 'response'>,
  kind: 'request' | 'response',
): ReadonlySet<string> {
  const message = exchange[kind]
  if (message === null) return new Set()
  const known = read.get(message) ?? messageValues(exchange, kind)
  read.set(message, known)
  return known
}

const read = new WeakMap<HttpRequest | HttpResponse, ReadonlySet<string>>()

/** As it stands there, and with its percent-encoding undone. */
function decoded(text: string): string {
  try {
    return `${text}\n${decodeURIComponent(text.replaceAll('+', ' '))}`
  } catch {
    return text
  }
}
