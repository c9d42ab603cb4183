import type { AttackPlan } from '@/lib/attacks'
import type { FixRun, Switches } from '@/lib/course/tasks/fix'
import { SWITCHES } from '@/lib/lab/policy'
import type { Preset } from '@/lib/oauth/policy'
import { attempt } from './attempt'
import { honestRuns, summaryOf } from './honest'
import type { MatrixHost } from './host'

/** What a learner is to close the door on, and how. */
interface Fix {
  plan: AttackPlan
  preset: Preset
  /** Switches as they are at the beginning, where that is not as the preset has them. */
  policy: Switches
  /** As the learner set them. */
  chosen: Switches
}

/**
 * Runs the attack and the honest flow under the learner's switches; where the one is stopped and the other works, once
 * more without each of them, to find those that made no difference.
 */
export async function runFix({ plan, preset, policy, chosen }: Fix, host: MatrixHost): Promise<FixRun> {
  const begun: Switches = { ...presetOf(preset), ...plan.variant.policy, ...plan.case.policy, ...policy }
  const settings = { ...policy, ...chosen }
  const ofVariant = { ...plan.variant.policy, ...plan.case.policy } as Switches
  const honestUnder = (now: Switches) => honestRuns(host)(plan.grant, preset, { ...ofVariant, ...now }, plan)
  const attack = await attempt(plan, host, { preset, policy: settings })
  const honest = summaryOf(await honestUnder(settings))
  const changed = Object.keys(chosen).filter((name) => chosen[name] !== begun[name])
  const idle: string[] = []
  for (const name of attack.succeeded || !honest.works || changed.length < 2 ? [] : changed) {
    const without = { ...settings, [name]: begun[name] as Switches[string] }
    const stopped = !(await attempt(plan, host, { preset, policy: without })).succeeded
    if (stopped && (await honestUnder(without)).works) idle.push(name)
  }
  return { attack, honest, changed, idle }
}

function presetOf(preset: Preset): Switches {
  return Object.fromEntries(Object.entries(SWITCHES).map(([name, { presets }]) => [name, presets[preset]]))
}
