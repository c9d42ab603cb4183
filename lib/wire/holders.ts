import type { SecretReport } from '@/lib/oauth/environment'
import type { Channel, Party } from '@/lib/oauth/parties'
import type { SecretKind } from '@/lib/oauth/secrets'
import type { Exchange } from './exchange'
import type { MessageKind } from './fields'
import { type CarriedSecret, carriedByRequest, carriedByResponse } from './secrets'

/** What one party knows of one secret. */
export interface Holding {
  party: Party
  kind: SecretKind
  value: string
  /** It has seen a hash only. */
  derived: boolean
  /** `seq` of the exchange since which it knows; 0: since before the first. */
  since: number
  /** How it came to know: it made it, or the message it saw went this way. */
  by: 'made' | Channel
}

/** A point in a run: right after a request was put on the wire, or after its response was taken in. */
export interface Point {
  seq: number
  kind: MessageKind
}

/**
 * Who knows which secret, and since when. Whoever sends or receives a message has seen what it carries; a request
 * that still lies on the wire, or was dropped, has been seen by its sender alone. Once the whole secret was seen,
 * having seen its hash counts no longer.
 *
 * @param known secrets made before the first exchange, such as client secrets and passwords
 * @param upTo the end of the story; left out, everything recorded
 */
export function holders(
  exchanges: readonly Exchange[],
  known: readonly SecretReport[] = [],
  upTo: Point = { seq: Infinity, kind: 'response' },
): Holding[] {
  const told = exchanges.filter((exchange) => exchange.seq <= upTo.seq)
  const secrets = [...known, ...told.flatMap((exchange) => exchange.secrets)]
  const ledger = newLedger()
  for (const { madeBy, kind, value } of known) ledger.note(madeBy, { kind, value, derived: false }, 0, 'made')
  for (const exchange of told) {
    const answered = exchange.seq < upTo.seq || upTo.kind === 'response'
    tell(exchange, answered, secrets, ledger)
  }
  return ledger.holdings()
}

function tell(exchange: Exchange, answered: boolean, secrets: readonly SecretReport[], ledger: Ledger): void {
  const { seq, from, to, channel, response } = exchange
  const sent = carriedByRequest(exchange, secrets)
  for (const { madeBy, kind, value } of exchange.secrets) {
    const inRequest = madeBy === from && sent.some((secret) => secret.kind === kind && secret.value === value)
    if (answered || inRequest) ledger.note(madeBy, { kind, value, derived: false }, seq, 'made')
  }
  const delivered = answered && response !== null
  for (const secret of sent) {
    for (const party of delivered ? [from, to] : [from]) ledger.note(party, secret, seq, channel)
  }
  if (!delivered) return
  for (const secret of carriedByResponse(exchange, secrets)) {
    for (const party of [to, from]) ledger.note(party, secret, seq, channel)
  }
}

interface Ledger {
  note(party: Party, secret: CarriedSecret, since: number, by: Holding['by']): void
  holdings(): Holding[]
}

function newLedger(): Ledger {
  const lines = new Map<string, Holding>()
  return {
    note(party, { kind, value, derived }, since, by) {
      const key = [party, kind, value].join(' ')
      const before = lines.get(key)
      if (!before || (before.derived && !derived)) lines.set(key, { party, kind, value, derived, since, by })
    },
    holdings: () => [...lines.values()],
  }
}
