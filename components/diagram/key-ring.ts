import type { Party } from '@/lib/oauth/parties'
import type { SecretKind } from '@/lib/oauth/secrets'
import type { Step } from '@/machines/kit/step'

export interface Key {
  kind: SecretKind
  value: string
}

/**
 * Which secrets each party has had in hands as of a step, oldest first. Who makes one has it from the message it was
 * made for; who receives one has it once the message is delivered: a request's receiver from the step after it.
 */
export function keyRings(steps: readonly Step[], cursor: number): Record<Party, Key[]> {
  const rings: Record<Party, Key[]> = {
    user: [],
    browser: [],
    client: [],
    service: [],
    'authorization-server': [],
    'resource-server': [],
    attacker: [],
  }
  const add = (party: Party, { kind, value }: Key) => {
    if (!rings[party].some((key) => key.value === value)) rings[party].push({ kind, value })
  }
  for (const step of steps) {
    if (step.number > cursor || !step.exchange) break
    const { exchange, kind, from, to, number } = step
    for (const secret of exchange.secrets) if (secret.madeBy === from) add(from, secret)
    for (const carried of step.carries) {
      if (carried.derived) continue
      if (step.human && carried.kind === 'password') add('user', carried)
      add(from, carried)
      const delivered = kind === 'response' || number < cursor
      if (delivered && exchange.outcome !== 'dropped') add(to, carried)
    }
  }
  return rings
}
