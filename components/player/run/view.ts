import type { Moment } from '@/lib/lab/timeline'
import type { SecretReport } from '@/lib/oauth/environment'
import { carriedByRequest, carriedByResponse } from '@/lib/wire/secrets'
import { chartOf } from '@/machines/kit/chart'
import { lanesOf } from '@/machines/kit/lanes'
import { nextButton } from '@/machines/kit/next-label'
import { partyNames } from '@/machines/kit/party-names'
import { contextOf, extraEvents, failureOf, has, onTheWire } from '@/machines/kit/reading'
import type { Step } from '@/machines/kit/step'
import { projectSteps } from '@/machines/kit/steps'
import type { PlayerView } from '../player-view'
import type { Run, RunState } from './run'

/** Everything the components draw, computed from a run: the only way from a run to the screen. */
export function viewOf(run: Pick<Run, 'entry' | 'options'>, state: RunState): PlayerView {
  const { entry, options } = run
  const { machine, lab } = state
  const parties = partyNames(entry.client)
  const steps = stepsOf(run, state)
  const head = headOf(steps)
  const cursor = Math.min(state.cursor ?? head, head)
  const live = cursor === head
  const current = steps[cursor - 1] ?? null
  const nextStep = steps[cursor]
  const moment = momentAt(state, current)
  return {
    flow: entry.slug,
    title: entry.lesson.title,
    summary: entry.lesson.summary,
    parties,
    lanes: lanesOf(entry.machine, steps),
    lab,
    steps,
    head,
    cursor,
    current,
    live,
    next:
      live || !nextStep
        ? nextButton(entry.machine, machine, parties)
        : {
            label: `Next: ${nextStep.label}, step ${nextStep.number} of the recording`,
            enabled: true,
            waitingFor: null,
          },
    castSecrets: state.castSecrets,
    timeline: state.timeline,
    places: moment?.places ?? [],
    placesBefore: momentBefore(state, moment, steps[cursor - 2] ?? null)?.places ?? [],
    after: moment?.after ?? null,
    screen: moment?.screen ?? null,
    devices: moment?.devices ?? [],
    account: contextOf(machine).account,
    userActs: live && has(machine, 'user-acts'),
    chart: chartOf(entry.machine, machine, state.visited),
    events: live ? extraEvents(machine) : [],
    failure: failureOf(machine) ?? state.failure,
    options: entry.options.map((option) => ({ ...option, value: options[option.name] ?? option.default })),
  }
}

export function stepsOf({ entry }: Pick<Run, 'entry'>, { exchanges, castSecrets, machine }: RunState): Step[] {
  const secrets: readonly SecretReport[] = [...castSecrets, ...exchanges.flatMap((exchange) => exchange.secrets)]
  return projectSteps({
    machine: entry.machine,
    lesson: entry.lesson,
    names: partyNames(entry.client),
    exchanges,
    onTheWire: onTheWire(machine),
    snapshot: machine,
    secrets: {
      request: (exchange) => carriedByRequest(exchange, secrets),
      response: (exchange) => carriedByResponse(exchange, secrets),
    },
  })
}

export function headOf(steps: readonly Step[]): number {
  return steps.filter((step) => step.state !== 'planned').length
}

/** What to compare a moment with: the step before, or, when no message made it, the moment it followed. */
function momentBefore(state: RunState, moment: Moment | undefined, stepBefore: Step | null): Moment | undefined {
  return moment?.after ? state.timeline[state.timeline.indexOf(moment) - 1] : momentAt(state, stepBefore)
}

/** What was stored where right after a step; before the first one, what the lab began with. */
function momentAt({ timeline }: RunState, step: Step | null): Moment | undefined {
  if (!step?.exchange) return timeline.findLast(({ seq }) => seq === 0) ?? timeline[0]
  const { seq } = step.exchange
  const known = timeline.filter(
    (moment) => moment.seq < seq || (moment.seq === seq && (moment.phase === 'prepared' || step.kind === 'response')),
  )
  return known.at(-1)
}
