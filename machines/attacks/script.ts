import { type AnyStateMachine, setup } from 'xstate'
import type { AttackPlan } from '@/lib/attacks'
import type { HonestStep, ScriptStep } from '@/lib/attacks/attack'
import type { Arrival } from '@/lib/wire/exchange'
import { done, move, refused, rest } from '../kit/builders'
import type { LoadedGrant } from '../kit/entry'
import { exchangeMachine } from '../kit/exchange.machine'
import {
  arrived,
  beginning,
  decide,
  follow,
  type GrantTypes,
  letGo,
  passOn,
  typeCode,
  typeCredentials,
} from '../kit/grant'
import type { MoveMeta } from '../kit/meta'
import { answersOf } from './answers'
import { decisionStates, type Owner, pagesOf } from './decides'
import { isRetry, moveAside, movesTo, type OwnMove, usualMoves, withRetry } from './honest'

/**
 * An attack's script as a machine, on the same engine as every grant: one waiting and one busy state a step. Order
 * only; whether the attack succeeds is decided by the parties and read off the record. Ends in `over`, or in
 * `stopped` where anything but the expected arrived.
 *
 * @param flow the grant as honest parties use it: see `flowUnder`
 */
export function attackMachine(plan: AttackPlan, flow: LoadedGrant): AnyStateMachine {
  const moves = movesOf(plan, flow)
  const { createMachine } = setup({
    types: {} as GrantTypes,
    actors: { exchange: exchangeMachine },
    guards: { arrived },
    actions: { decide, follow, letGo, passOn, typeCode, typeCredentials },
  })
  // A script's states are made from data, which the types of hand-written machines do not describe.
  return (createMachine as unknown as (config: object) => AnyStateMachine)({
    id: `${plan.attack.slug}--${plan.grant}`,
    context: beginning,
    initial: before(0, moves.length),
    states: {
      ...Object.assign({}, ...moves.map((_one, index) => statesOf(moves, index))),
      over: done('The script is played to its end', {}),
      stopped: refused('The attack goes no further', {}),
    },
  })
}

/** One move of the script, ready to be made. */
export interface ScriptMove {
  meta: Omit<MoveMeta, 'kind'>
  input: Parameters<typeof move>[1]['input'] | null
  expects: readonly Arrival[]
  decides: Owner | undefined
  regardless: boolean
  /** The step it was made from. */
  step: HonestStep | ScriptStep
  /** A move that only some answer makes necessary: left out when what it is for has arrived already. */
  retry: boolean
}

/** The script's steps as moves; where honest parties go on, all the moves they make on their way. */
export function movesOf({ case: { script } }: AttackPlan, flow: LoadedGrant): ScriptMove[] {
  const own = usualMoves(flow)
  let position = 0
  const has = (slug: string) => own.some(({ meta }) => meta.step === slug)
  return script.flatMap((step) => {
    if (step.where !== undefined && !has(step.where)) return []
    if (!('honest' in step)) return [scriptMove(step)]
    const aside = has(step.honest) ? null : moveAside(flow, step.honest)
    if (aside) return withRetry(flow, aside).map((one, index, all) => honestMove(step, one, index, all))
    const { from, at, to } = movesTo(own, step.honest, position)
    position = to
    return own.slice(step.alone ? at : from, to).map((one, index, all) => honestMove(step, one, index, all))
  })
}

const before = (index: number, length: number) => (index < length ? `before${index}` : 'over')

/** The two states of a move, and those of the login and consent pages it may lead to. */
function statesOf(moves: readonly ScriptMove[], index: number) {
  const { length } = moves
  const { meta, input, expects, decides, regardless } = moves[index] as ScriptMove
  const here = before(index, length)
  const busy = `making${index}`
  const next = before(index + 1, length)
  const onward = moves[index + 1]?.retry === true ? before(index + 2, length) : next
  const pages = decides ? decisionStates(decides, { index, next: onward }) : null
  const leads = (what: Arrival) => (what === 'nonce-demanded' ? next : onward)
  const arrivals = Object.fromEntries(expects.map((what) => [what, leads(what)]))
  return {
    [here]: rest(index === 0 ? 'Nothing has happened yet' : `Next: ${meta.line}`, { 'learner.next': busy }),
    [busy]: move(meta, {
      ...(input && { input }),
      arrivals: { ...arrivals, ...pages?.arrivals, nothing: here } as Parameters<typeof move>[1]['arrivals'],
      otherwise: regardless ? onward : 'stopped',
    }),
    ...pages?.states,
  }
}

function scriptMove(step: ScriptStep): ScriptMove {
  const { from, to, channel, line, phase, cites, human, input, expects } = step
  const answer = `${step.step}-answer`
  const mallorys = typeof step.move !== 'string'
  return {
    meta: {
      ...{ step: step.step, answer },
      answers: { ...answersOf(step.step, answer, expects), ...pagesOf(step.decides) },
      ...{ from, to, channel, line, phase, cites, usually: expects[0], ...(human && { human }) },
      move: typeof step.move === 'string' ? step.move : 'mallory',
    },
    input: mallorys ? { ...input, step: step.step } : (input ?? null),
    expects,
    decides: step.decides,
    regardless: step.regardless ?? false,
    step,
    retry: step.retry ?? false,
  }
}

function honestMove(step: HonestStep, { meta, call }: OwnMove, index: number, all: readonly OwnMove[]): ScriptMove {
  const { kind: _kind, ...said } = meta
  const isStation = meta.step === step.honest
  const decides = isStation ? step.decides : undefined
  const slug = isStation ? (step.as ?? step.honest) : step.as ? `${step.as}-${meta.step}` : meta.step
  const input = typeof call === 'function' ? (context: unknown) => call({ context }).input : undefined
  return {
    meta: {
      ...said,
      step: slug,
      answers: { ...answersOf(slug, meta.answer, [meta.usually]), ...pagesOf(decides), ...meta.answers },
    },
    input: input ?? null,
    expects: FINE,
    decides,
    regardless: step.regardless ?? false,
    step,
    retry: isRetry(all, index),
  }
}

/** What an honest move may arrive at without having been refused. */
const FINE: readonly Arrival[] = [
  ...(['redirect-to-client', 'redirect-to-server', 'app-page', 'tokens', 'resource', 'confirmation', 'codes'] as const),
  ...(['script', 'keys', 'claims', 'pending', 'code-page', 'login-page', 'consent-page', 'nonce-demanded'] as const),
]
