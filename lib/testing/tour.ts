import type { MoveCall } from '@/lib/lab/contract'
import type { SecretReport } from '@/lib/oauth/environment'
import { carriedByRequest, carriedByResponse } from '@/lib/wire/secrets'
import type { LoadedGrant } from '@/machines/kit/entry'
import { partyNames } from '@/machines/kit/party-names'
import { onTheWire } from '@/machines/kit/reading'
import { type Rehearsal, rehearse } from '@/machines/kit/rehearsal'
import type { Step } from '@/machines/kit/step'
import { projectSteps } from '@/machines/kit/steps'
import { type Tour, tourEvent, tourOf } from '@/machines/kit/tour'
import { codeWasIssued, holdsFreshCode, TRIALS, tokenIsUntried } from '@/machines/kit/trials'
import { createTestLab, type TestLab } from './lab'

type Options = Record<string, string>

/** A grant's tour against the real parties, in this process, with whatever trials were made beside it. */
export interface RecordedTour {
  entry: LoadedGrant
  tour: Tour
  steps: Step[]
  exchanges: TestLab['lab']['exchanges']
  castSecrets: readonly SecretReport[]
  timeline: TestLab['lab']['timeline']
}

interface Played {
  lab: TestLab
  run: Rehearsal
}

/** The whole tour with its trials; `elsewhere` is the lab in which the code was tried, null when there is none. */
export async function wholeTour(
  entry: LoadedGrant,
  options: Options = {},
): Promise<RecordedTour & { elsewhere: RecordedTour | null }> {
  const played = await begin(entry, options)
  await walk(entry, played, ({ over }) => over)
  if (tokenIsUntried(played.lab.lab.exchanges)) await make(played, TRIALS.token)
  await walk(entry, played, () => false)
  const elsewhere = codeWasIssued(played.lab.lab.exchanges) ? await codeTrial(entry, options) : null
  return { ...recordOf(entry, played), elsewhere }
}

/** As far as Next leads in `moves` moves. */
export async function beginningOfTour(entry: LoadedGrant, moves: number, options: Options = {}): Promise<RecordedTour> {
  const played = await begin(entry, options)
  await walk(entry, played, ({ made }) => made.length >= moves)
  return recordOf(entry, played)
}

async function codeTrial(entry: LoadedGrant, options: Options): Promise<RecordedTour> {
  const played = await begin(entry, options)
  await walk(entry, played, () => holdsFreshCode(played.lab.lab.exchanges))
  await make(played, TRIALS.code)
  return recordOf(entry, played)
}

async function begin(entry: LoadedGrant, options: Options): Promise<Played> {
  const lab = await createTestLab(entry.lab(options))
  return { lab, run: rehearse(entry.machine, lab) }
}

async function walk(entry: LoadedGrant, { lab, run }: Played, stop: (tour: Tour) => boolean): Promise<void> {
  for (;;) {
    const tour = tourOf(entry.machine, lab.lab.exchanges)
    const type = tourEvent(tour)
    if (type === null || stop(tour)) return
    await run.move({ type })
  }
}

async function make({ lab }: Played, call: MoveCall): Promise<void> {
  await lab.prepare(call)
  await lab.deliver(call)
}

function recordOf(entry: LoadedGrant, { lab, run }: Played): RecordedTour {
  const { exchanges, castSecrets, timeline } = lab.lab
  const known = [...castSecrets, ...exchanges.flatMap(({ secrets }) => secrets)]
  const steps = projectSteps({
    machine: entry.machine,
    lesson: entry.lesson,
    names: partyNames(entry.client),
    exchanges,
    onTheWire: onTheWire(run.snapshot()),
    snapshot: run.snapshot(),
    secrets: {
      request: (exchange) => carriedByRequest(exchange, known),
      response: (exchange) => carriedByResponse(exchange, known),
    },
  })
  const happened = steps.filter(({ state }) => state !== 'planned')
  return { entry, tour: tourOf(entry.machine, exchanges), steps: happened, exchanges, castSecrets, timeline }
}
