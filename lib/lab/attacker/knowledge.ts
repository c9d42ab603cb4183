import type { Whence } from '@/lib/attacks/tools'
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
  if (where !== 'answer' && where !== 'leak') told.push(...site.map((one) => messageValues(one, 'request')))
  if (where !== 'site' && where !== 'leak') told.push(...answers.map((one) => messageValues(one, 'response')))
  const leaks = where === undefined || where === 'leak' ? lab.attacker.leaks : []
  told.push(new Set(leaks.flatMap((leak) => leak.values)))
  const bodies = where !== 'answer' && where !== 'leak' ? site.map(({ request }) => request.body ?? '') : []
  const texts = [...leaks.map(({ text }) => text), ...bodies].map(decoded)
  return (value) => told.some((values) => values.has(value)) || texts.some((text) => text.includes(value))
}

/** As it stands there, and with its percent-encoding undone. */
function decoded(text: string): string {
  try {
    return `${text}\n${decodeURIComponent(text.replaceAll('+', ' '))}`
  } catch {
    return text
  }
}
