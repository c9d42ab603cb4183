import type { Moment } from '@/lib/lab/timeline'
import type { SecretReport } from '@/lib/oauth/environment'
import type { Exchange } from '@/lib/wire/exchange'
import { carriedByRequest, carriedByResponse } from '@/lib/wire/secrets'
import { chartOf } from '@/machines/kit/chart'
import { lanesOf } from '@/machines/kit/lanes'
import { nextButton } from '@/machines/kit/next-label'
import { partyNames } from '@/machines/kit/party-names'
import { contextOf, extraEvents, failureOf, has, onTheWire } from '@/machines/kit/reading'
import type { Step } from '@/machines/kit/step'
import type { StepDraft } from '@/machines/kit/step-drafts'
import { pastOf, projectSteps } from '@/machines/kit/steps'
import type { PlayerView } from '../player-view'
import { branchViews, standAt } from './acting'
import { momentAt } from './branches'
import type { Run, RunState } from './run'
import type { Branching } from './run-state'

/** Everything the components draw, computed from a run: the only way from a run to the screen. */
export function viewOf(run: Pick<Run, 'entry' | 'options'>, state: RunState): PlayerView {
  const { entry, options } = run
  const { machine, lab } = state
  const parties = partyNames(entry.client)
  const steps = stepsOf(run, state)
  const head = headOf(steps)
  const cursor = Math.min(state.cursor ?? head, head)
  const current = steps[cursor - 1] ?? null
  const nextStep = cursor < head ? steps[cursor] : undefined
  const stand = standAt(run, state, cursor === head, current)
  const live = stand.acting === 'here'
  const moment = momentAt(state, current)
  return {
    flow: entry.slug,
    title: entry.title,
    summary: entry.summary,
    ...(entry.home && { home: entry.home }),
    parties,
    lanes: lanesOf(entry.machine, steps),
    lab: stand.clock ? { ...lab, clock: stand.clock } : lab,
    steps,
    head,
    cursor,
    current,
    live,
    acting: stand.acting,
    branches: branchViews(state.branching),
    onTheWire: current?.kind === 'request' && stand.acting !== null && onTheWire(stand.machine) !== null,
    next: !nextStep
      ? beforeMoving(nextButton(entry.machine, machine, parties), state.branching)
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
    userActs: stand.acting !== null && has(stand.machine, 'user-acts'),
    chart: chartOf(entry.machine, stand.machine, stand.visited),
    events: stand.acting === null ? [] : extraEvents(stand.machine),
    failure: failureOf(machine) ?? state.failure,
    options: entry.options.map((option) => ({ ...option, value: options[option.name] ?? option.default })),
  }
}

type Told = Pick<RunState, 'exchanges' | 'castSecrets' | 'machine'>

export function stepsOf({ entry }: Pick<Run, 'entry'>, { exchanges, castSecrets, machine }: Told): Step[] {
  const secrets: readonly SecretReport[] = [...castSecrets, ...exchanges.flatMap((exchange) => exchange.secrets)]
  const run = {
    machine: entry.machine,
    lesson: entry.lesson,
    names: partyNames(entry.client),
    exchanges,
    onTheWire: onTheWire(machine),
    snapshot: machine,
    secrets: {
      request: (exchange: Exchange) => carriedByRequest(exchange, secrets),
      response: (exchange: Exchange) => carriedByResponse(exchange, secrets),
    },
  }
  const known = told.get(exchanges)
  const past = known?.entry === entry && known.castSecrets === castSecrets ? known.past : pastOf(run)
  told.set(exchanges, { entry, castSecrets, past })
  return projectSteps(run, past)
}

/** What happened, told once for each list of messages: the machine moves on more often than messages come. */
const told = new WeakMap<
  readonly Exchange[],
  Pick<Run, 'entry'> & Pick<RunState, 'castSecrets'> & { past: readonly StepDraft[] }
>()

export function headOf(steps: readonly Step[]): number {
  return steps.filter((step) => step.state !== 'planned').length
}

/** What to compare a moment with: the step before, or, when no message made it, the moment it followed. */
function momentBefore(state: RunState, moment: Moment | undefined, stepBefore: Step | null): Moment | undefined {
  return moment?.after ? state.timeline[state.timeline.indexOf(moment) - 1] : momentAt(state, stepBefore)
}

/** While the servers are put to another step, Next waits for them. */
function beforeMoving(button: PlayerView['next'], branching: Branching | undefined): PlayerView['next'] {
  return branching?.moving ? { ...button, enabled: false, waitingFor: 'the servers' } : button
}
