import type { Exchange } from '@/lib/wire/exchange'
import { loadedGrant } from '@/machines/every-grant'
import type { LoadedGrant } from '@/machines/kit/entry'
import { requestLabel } from '@/machines/kit/labels'
import { PHASES, type Phase } from '@/machines/kit/meta'
import { partyNames } from '@/machines/kit/party-names'
import type { AssembleTask, LessonPlan } from '../lesson-plan'
import { type Card, cardsOf, distractorsOf } from './cards'
import { type Grade, notYet } from './grade'
import { isAsSaid, isRefused, refusedBy } from './run-order'

type PlannedFlow = Pick<LessonPlan, 'flow'>

/** The cards of a task: `way` in their right order, and what lies among them. */
export function deckOf({ flow }: PlannedFlow, { until, distractors }: Pick<AssembleTask, 'until' | 'distractors'>) {
  const way = cardsOf(loadedGrant(flow), until)
  return { way, others: distractors ? distractorsOf(way) : [] }
}

/**
 * Whether the moves of the flow, and no others, were made in an order that leads to its end: each was answered as it
 * should be, no phase came before its time, and the last one is where the flow ends. Read off the record of one lab.
 *
 * @param exchanges everything recorded in the lab
 */
export function gradeAssemble(
  plan: PlannedFlow,
  task: Pick<AssembleTask, 'until'>,
  exchanges: readonly Exchange[],
): Grade {
  const entry = loadedGrant(plan.flow)
  const way = cardsOf(entry, task.until)
  const before = entry.lab().moves?.length ?? 0
  const sent = exchanges.filter(({ parent }) => parent === null).slice(before)
  const left = [...way]
  const made: Card[] = []
  for (const exchange of sent) {
    const at = exchange.prepared === null ? left.findIndex((card) => isMove(card, exchange)) : -1
    const [card] = at === -1 ? [] : left.splice(at, 1)
    if (!card) return notYet(stray(exchange, entry))
    if (isRefused(exchange, card)) return notYet(refusal(exchange, entry))
    if (exchange.arrival !== card.usually) return notYet(`${early(card)} Nothing that the next ones need came of it.`)
    made.push(card)
  }
  const last = made.at(-1)
  if (left.length > 0) return notYet(`${made.length} of ${way.length} messages were answered, in an order that works.`)
  const misplaced = firstMisplaced(made, way)
  if (misplaced) return notYet(`${early(misplaced)} It belongs to another part: ${PHASES[misplaced.phase]}.`)
  if (!last || !endsOf(way).includes(last.id))
    return notYet('Every message was answered, yet the flow ends with another.')
  const end = sent.at(-1)
  return {
    done: true,
    sentence: `The flow works: all ${way.length} messages were answered, and ${requestLabel(end?.request ?? NOWHERE)} was the last.`,
    proof: end ? { seq: end.seq } : null,
  }
}

const NOWHERE = { method: '', url: 'http://localhost/' }

const early = ({ title, line }: Card): string => `${line} (“${title}”) was answered, but not where it belongs.`

function isMove(card: Card, { step, move, request }: Exchange): boolean {
  return card.call.step === step && card.call.move === move && isAsSaid(card, request)
}

function refusal(exchange: Exchange, { client }: LoadedGrant): string {
  const { request, response } = exchange
  const names = partyNames(client)
  const failed = refusedBy(exchange)
  const by = failed ? ` by ${failed.id} of the ${names[failed.by].short}` : ''
  return `${requestLabel(request)} was refused${by}${response ? ` (${response.status})` : ''}. The messages before it worked.`
}

function stray(exchange: Exchange, entry: LoadedGrant): string {
  if (exchange.outcome === 'refused') return refusal(exchange, entry)
  return `${requestLabel(exchange.request)} was answered, but it is no message of this flow.`
}

/** The first card with which a phase begins that is not yet, or no more, due. */
function firstMisplaced(made: readonly Card[], way: readonly Card[]): Card | null {
  const due = turnsOf(way)
  const came = made.filter((card, index) => card.phase !== made[index - 1]?.phase)
  return came.find((card, index) => card.phase !== due[index]) ?? null
}

function turnsOf(cards: readonly Card[]): Phase[] {
  return cards.map(({ phase }) => phase).filter((phase, index, all) => phase !== all[index - 1])
}

/** Where a flow may end: with its last message, or with the last that gets what it asks for. */
function endsOf(way: readonly Card[]): string[] {
  const served = way.findLast(({ usually }) => usually !== 'refusal')
  return [way.at(-1), served].flatMap((card) => (card ? [card.id] : []))
}
