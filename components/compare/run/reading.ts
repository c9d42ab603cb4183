import type { RunState } from '@/components/player/run/run'
import { stepsOf } from '@/components/player/run/view'
import type { Step } from '@/machines/kit/step'
import { TRIALS } from '@/machines/kit/trials'
import { type Segment, segmentsOf } from '../phases/segments'
import { type Evidence, evidenceOf } from '../table/evidence'
import type { Column } from './column'

/** What is read from a column's runs: pure, and read again only when a run has changed. */
interface Reading {
  run: RunState
  elsewhere: RunState | null
  steps: Step[]
  elsewhereSteps: Step[]
  segments: Segment[]
  evidence: Evidence
}

const readings = new WeakMap<Column, Reading>()

/** Null until the column has its lab. */
export function readingOf(column: Column): Reading | null {
  const { run, elsewhere, spec, tour, untried } = column
  if (!run || !tour) return null
  const state = run.state()
  const trial = elsewhere?.state() ?? null
  const before = readings.get(column)
  if (before && before.run === state && before.elsewhere === trial) return before
  const steps = stepsOf(run, state).filter((step) => step.state !== 'planned')
  const elsewhereSteps = elsewhere && trial ? stepsOf(elsewhere, trial).filter((step) => step.state !== 'planned') : []
  const tried = elsewhereSteps.filter(({ exchange }) => exchange?.step === TRIALS.code.step)
  const record = { ...state, steps }
  const reading: Reading = {
    run: state,
    elsewhere: trial,
    steps,
    elsewhereSteps,
    segments: segmentsOf({ steps, tour, untried, elsewhere: tried }),
    evidence: evidenceOf(spec.entry, tour, record, {
      elsewhere: trial && { ...trial, steps: elsewhereSteps },
      untried,
    }),
  }
  readings.set(column, reading)
  return reading
}

export const segmentsFor = (column: Column): Segment[] => readingOf(column)?.segments ?? []

/** Everything that happened for the column, in both of its labs. */
export function happened(column: Column): Step[] {
  const reading = readingOf(column)
  return reading ? [...reading.steps, ...reading.elsewhereSteps] : []
}
