import type { CheckReport } from '@/lib/oauth/report'
import type { Exchange, Outcome } from '@/lib/wire/exchange'
import { loadedGrant } from '@/machines/every-grant'
import type { LoadedGrant } from '@/machines/kit/entry'
import { requestLabel } from '@/machines/kit/labels'
import { type PartyNames, partyNames } from '@/machines/kit/party-names'
import { movesOf } from '@/machines/kit/reading'
import type { BreakTask, LessonPlan } from '../lesson-plan'
import { type Grade, notYet } from './grade'

type Goal = Pick<BreakTask, 'check' | 'by'>

/**
 * Whether the learner has made the party refuse with exactly this check. Read off the record of one lab, whose policy
 * must be the flow's own: then a refusal that the flow does not show by itself is the learner's doing.
 *
 * @param exchanges everything recorded in the lab
 */
export function gradeBreak({ flow }: Pick<LessonPlan, 'flow'>, goal: Goal, exchanges: readonly Exchange[]): Grade {
  const entry = loadedGrant(flow)
  const names = partyNames(entry.client)
  const own = ownWork(entry, exchanges)
  const proof = own.find((exchange) => exchange.checks.some((check) => isGoal(check, goal, 'failed')))
  if (!proof) return notYet(missing(goal, own, names))
  const { error } = proof.checks.find((check) => isGoal(check, goal, 'failed')) ?? {}
  const answer = [proof.response?.status, error].filter((part) => part !== undefined && part !== null).join(' ')
  const party = names[goal.by].short
  return {
    done: true,
    sentence: `The ${party} refused ${requestLabel(proof.request)} by ${goal.check}${answer && `: ${answer}`}. The defence works.`,
    proof: { seq: proof.seq },
  }
}

const isGoal = (report: CheckReport, { check, by }: Goal, verdict: CheckReport['verdict']): boolean =>
  report.id === check && report.by === by && report.verdict === verdict

/**
 * What the learner made happen: messages changed, sent again or sent from outside, and whatever else the flow does not
 * come to by itself. A step that the flow has refused anyway counts only when it was changed.
 */
function ownWork(entry: LoadedGrant, exchanges: readonly Exchange[]): Exchange[] {
  const refusedAnyway = new Set(
    movesOf(entry.machine)
      .filter(({ usually }) => REFUSALS.includes(usually))
      .map(({ step }) => step),
  )
  const before = entry.lab().moves?.length ?? 0
  const played = exchanges.filter(({ parent }) => parent === null).slice(before)
  const own = played.filter((one) => isTouched(one) || (one.step !== null && !refusedAnyway.has(one.step)))
  const ids = new Set(own.map(({ seq }) => seq))
  return exchanges.filter(({ seq, parent }) => ids.has(parent ?? seq))
}

const REFUSALS: readonly Exchange['arrival'][] = ['refusal', 'nonce-demanded', 'pending', 'slow-down', 'denied']

const isTouched = ({ prepared, step, outcome }: Exchange): boolean =>
  prepared !== null || step === null || outcome === ('dropped' satisfies Outcome)

/** What the newest piece of the learner's work came to, when it was not this. */
function missing(goal: Goal, own: readonly Exchange[], names: PartyNames): string {
  const refused = own.findLast(({ checks }) => checks.some(({ verdict }) => verdict === 'failed'))
  const touched = own.findLast(isTouched)
  const last = touched && refused ? (touched.seq > refused.seq ? touched : refused) : (refused ?? touched)
  if (!last) return `So far every message went as its sender made it. Change one before it is sent, or send one again.`
  const message = requestLabel(last.request)
  if (last.outcome === 'dropped') return `${message} fell on the way, so nobody could check it.`
  const first = last.checks.find(({ verdict }) => verdict === 'failed')
  if (first) return earlier(goal, first, last, names)
  if (last.checks.some((check) => isGoal(check, goal, 'off')))
    return `In ${message} nobody asked: ${goal.check} is off.`
  if (last.checks.some((check) => isGoal(check, goal, 'passed')))
    return `${goal.check} looked at ${message} and found nothing wrong with it.`
  return `${message} was accepted as changed; ${goal.check} of the ${names[goal.by].short} had nothing to look at there.`
}

function earlier(goal: Goal, first: CheckReport, { request, checks }: Exchange, names: PartyNames): string {
  const who = `${first.id} of the ${names[first.by].short}`
  const reached = checks.some((check) => isGoal(check, goal, 'not-reached'))
  return reached
    ? `Refused, but by another check: ${who} comes earlier in ${requestLabel(request)}, so ${goal.check} was not reached.`
    : `Refused, but by another check: ${who} stopped ${requestLabel(request)}. ${goal.check} is asked elsewhere.`
}
