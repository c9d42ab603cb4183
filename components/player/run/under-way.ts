import type { AnyMachineSnapshot } from 'xstate'
import { exchangeOf } from '@/machines/kit/reading'

/** While a message is prepared or delivered, the machine hears nobody. */
export function isUnderWay(machine: AnyMachineSnapshot): boolean {
  const phase = exchangeOf(machine)?.phase
  return phase === 'preparing' || phase === 'delivering'
}
