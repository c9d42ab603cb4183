import type { AnyMachineSnapshot, AnyStateMachine } from 'xstate'
import { requestLabel } from './labels'
import type { MoveMeta } from './meta'
import { PARTY_NAMES, type PartyNames, personName } from './party-names'
import { can, contextOf, exchangeOf, has, metaOf } from './reading'
import { afterNext } from './simulate'

export interface NextButton {
  /** Begins with `Next` and says what a press will do. */
  label: string
  enabled: boolean
  /** Whom we wait for, while a press is being carried out. */
  waitingFor: string | null
}

/** The Next button, live: what the machine will do when it gets `learner.next`. */
export function nextButton(
  machine: AnyStateMachine,
  snapshot: AnyMachineSnapshot,
  names: PartyNames = PARTY_NAMES,
): NextButton {
  const meta = metaOf(snapshot)
  if (meta.kind === 'move') return duringMove(meta, snapshot, names)
  if (!can(snapshot, 'learner.next')) {
    const end = has(snapshot, 'done') ? 'nothing is left, the grant is done' : 'nothing, the flow ended here'
    return { label: `Next: ${end}`, enabled: false, waitingFor: null }
  }
  const coming = metaOf(afterNext(machine, snapshot))
  if (coming.kind !== 'move') throw new Error('Next leads from a waiting state to a move.')
  return { label: `Next: ${effect(coming, snapshot, names)}`, enabled: true, waitingFor: null }
}

function duringMove(meta: MoveMeta, snapshot: AnyMachineSnapshot, names: PartyNames): NextButton {
  const exchange = exchangeOf(snapshot)
  const phase = exchange?.phase ?? 'preparing'
  const label = exchange?.request
    ? `Next: deliver ${requestLabel(exchange.request)} to ${names[meta.to].short}`
    : `Next: ${sending(meta, names)}`
  const busy = { preparing: meta.from, delivering: meta.to, onTheWire: null, broken: null }[phase]
  return { label, enabled: phase === 'onTheWire', waitingFor: busy && names[busy].short }
}

function effect(meta: MoveMeta, snapshot: AnyMachineSnapshot, names: PartyNames): string {
  const { account, decides } = contextOf(snapshot)
  if (can(snapshot, 'user.approve')) return `${personName(account)} ${decides === 'approve' ? 'approves' : 'denies'}`
  return meta.human ? `${personName(account)} ${meta.human}` : sending(meta, names)
}

function sending({ from, to, line }: MoveMeta, names: PartyNames): string {
  return `${names[from].short} → ${names[to].short}, ${line}`
}
