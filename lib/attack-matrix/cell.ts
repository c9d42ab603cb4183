import type { AttackPlan } from '@/lib/attacks'
import { findPlan } from '@/lib/attacks'
import type { Attack, GrantSlug } from '@/lib/attacks/attack'
import { FACTS } from '@/lib/attacks/facts'
import { readPolicy } from '@/lib/lab/policy'
import type { Preset, SwitchValue } from '@/lib/oauth/policy'
import { type Attempt, attempt, type Conditions } from './attempt'
import { type HonestRun, type HonestSummary, honestRuns, summaryOf } from './honest'
import type { MatrixHost } from './host'
import { explainShortly, findDefences, type Layer, nameOf } from './layers'

export type Verdict = 'vulnerable' | 'stopped' | 'not-applicable' | 'inconclusive'

/** One cell of the matrix: an attack on a grant under a preset, executed. */
export interface Cell {
  grant: GrantSlug
  /** The attack's number: `A-08`. */
  attack: string
  preset: Preset
  /** What the switches that matter to the attack are set to under this preset. */
  switches: Readonly<Record<string, SwitchValue>>
  verdict: Verdict
  /** The check that refused it, or the switch that left nothing to refuse; null when it was not stopped. */
  stoppedBy: string | null
  evidence: CellEvidence
}

export interface CellEvidence {
  /** What happened, in one sentence. */
  sentence: string
  cases: CaseResult[]
  /** The honest flow under the same settings. */
  honest: HonestSummary
}

/** One case of the attack. */
export interface CaseResult extends Attempt {
  case: string
  verdict: Verdict
  stoppedBy: string | null
  /** What had to be taken away, one after the other, until it succeeded; empty when it succeeds anyway. */
  layers: readonly Layer[]
  /** With those gone it succeeds. False where that was not tried: see `Controls`. */
  turned: boolean
}

export interface CellRunner {
  run(attack: Attack, grant: GrantSlug, preset: Preset): Promise<Cell>
}

/**
 * How much is tried to explain a failure. `every-layer`: each line of defence is taken away by itself (mutation
 * control). `short`: the refusing check and the attack's own switches together, and the layers only where that is not
 * enough; of several cases the first.
 */
export type Controls = 'every-layer' | 'short'

export function cellRunner(host: MatrixHost, controls: Controls = 'every-layer'): CellRunner {
  const honest = honestRuns(host)

  async function run(attack: Attack, grant: GrantSlug, preset: Preset): Promise<Cell> {
    const plans = plansOf(attack, grant)
    const own = { ...attack.on[grant]?.policy } as Record<string, SwitchValue>
    const policy = readPolicy({ preset, ...own }) as unknown as Record<string, SwitchValue>
    const switches = Object.fromEntries(Object.keys(attack.switches).map((name) => [name, policy[name] as SwitchValue]))
    const cell = (
      verdict: Verdict,
      stoppedBy: string | null,
      sentence: string,
      run: HonestRun,
      cases: CaseResult[] = [],
    ): Cell => ({
      ...{ grant, attack: attack.id, preset, switches, verdict, stoppedBy },
      evidence: { sentence, cases, honest: summaryOf(run) },
    })

    const usual = await honest(grant, preset, own, plans[0] ?? null)
    let refusedByOwnSwitch = false
    if (!usual.works) {
      const opened = await honest(grant, preset, { ...own, ...offering(attack) }, plans[0] ?? null)
      refusedByOwnSwitch = opened.works && plans.length > 0
      if (!refusedByOwnSwitch) return cell('not-applicable', null, refusedSentence(usual), usual)
    }
    if (!refusedByOwnSwitch) {
      const missing = attack.needs.find((fact) => !FACTS[fact].holds(usual.exchanges, usual.moves))
      if (missing) {
        const looked = `${FACTS[missing].otherwise} ${usual.exchanges.length} messages were looked at.`
        return cell('not-applicable', null, looked, usual)
      }
    }
    if (plans.length === 0) {
      return cell('inconclusive', null, 'The grant does all that the attack needs, but nobody has written it.', usual)
    }
    const cases = await runCases(plans, host, { preset, policy: own }, controls)
    const [verdict, decisive] = worst(cases)
    return cell(verdict, verdict === 'stopped' ? decisive.stoppedBy : null, sentenceOf(attack, decisive), usual, cases)
  }

  return { run }
}

/** Every case is run; with `short` controls only the decisive one is explained, and none where one succeeds. */
async function runCases(
  plans: readonly AttackPlan[],
  host: MatrixHost,
  { preset, policy }: Conditions,
  controls: Controls,
): Promise<CaseResult[]> {
  const runs: { plan: AttackPlan; conditions: Conditions; first: Attempt }[] = []
  for (const plan of plans) {
    const conditions = { preset, policy: { ...policy, ...plan.case.policy } as Record<string, SwitchValue> }
    runs.push({ plan, conditions, first: await attempt(plan, host, conditions) })
  }
  const succeeds = runs.some(({ first }) => first.succeeded)
  const results: CaseResult[] = []
  for (const [index, { plan, conditions, first }] of runs.entries()) {
    const explained = controls === 'every-layer' || (!succeeds && index === 0)
    results.push(await resultOf(plan, host, conditions, first, explained ? controls : null))
  }
  return results
}

/** @param controls how it is to be explained that it failed; null: not at all */
async function resultOf(
  plan: AttackPlan,
  host: MatrixHost,
  conditions: Conditions,
  first: Attempt,
  controls: Controls | null,
): Promise<CaseResult> {
  const base = { case: plan.case.id, ...first }
  if (first.succeeded) return { ...base, verdict: 'vulnerable', stoppedBy: null, layers: [], turned: true }
  if (controls === null) {
    const stoppedBy = first.refusal?.check ?? null
    return { ...base, verdict: 'stopped', stoppedBy, layers: [], turned: false }
  }
  const explain = controls === 'short' ? explainShortly : findDefences
  const { layers, turned } = await explain(plan, host, conditions, first)
  const [outermost] = layers
  const stopped = turned && outermost !== undefined
  return {
    ...base,
    verdict: stopped ? 'stopped' : 'inconclusive',
    stoppedBy: outermost ? nameOf(outermost) : null,
    layers,
    turned,
  }
}

function plansOf(attack: Attack, grant: GrantSlug): AttackPlan[] {
  const ids = attack.on[grant]?.cases.map(({ id }) => id) ?? []
  return ids.flatMap((id) => findPlan({ attack: attack.slug, grant, case: id }) ?? [])
}

/** Switches whose strict value ends a way of using the grant, for honest applications too. */
const OFFERING = ['implicit', 'passwordGrant', 'tokenInQuery']

/** The switches by which a whole grant is to be had, where the attack names them. */
function offering({ switches }: Attack): Record<string, SwitchValue> {
  return Object.fromEntries(Object.entries(switches).filter(([name]) => OFFERING.includes(name))) as Record<
    string,
    SwitchValue
  >
}

/** The cell is as bad as its worst case; a case nobody can explain spoils it all. */
function worst(cases: readonly CaseResult[]): [Verdict, CaseResult] {
  for (const verdict of ['inconclusive', 'vulnerable', 'stopped'] as const) {
    const found = cases.find((one) => one.verdict === verdict)
    if (found) return [verdict, found]
  }
  throw new Error('A cell without a case.')
}

/** Checks that end a grant for everybody, whatever the client does. */
const NOT_OFFERED = ['grant-type-supported', 'no-token-in-redirect']

function refusedSentence({ refusal, exchanges }: HonestRun): string {
  if (!refusal)
    return `Under these rules the app goes another way than this flow, which stops after ${exchanges.at(-1)?.step ?? 'nothing'}: nobody refuses it.`
  const why = `${refusal.check} refuses it with ${refusal.error ?? refusal.status}`
  return NOT_OFFERED.includes(refusal.check)
    ? `These rules offer the grant to nobody: ${why}, to honest users too.`
    : `The lab’s app for this grant does not do what these rules ask of every client: ${why}, for honest users too.`
}

function sentenceOf(
  attack: Attack,
  { verdict, proof, stoppedAt, refusal, emptyHanded, stoppedBy }: CaseResult,
): string {
  if (verdict === 'vulnerable') return `${attack.summary} Message ${proof} proves it.`
  if (verdict === 'inconclusive') return 'It failed, and nothing on record accounts for that.'
  if (refusal)
    return `Stopped at ${stoppedAt ?? refusal.step ?? 'its last step'} by ${refusal.check}: ${refusal.status} ${refusal.error ?? ''}`.trim()
  return (
    emptyHanded ??
    `Stopped at ${stoppedAt ?? 'its end'}: with ${stoppedBy} set as here, nothing of use reaches Mallory.`
  )
}
