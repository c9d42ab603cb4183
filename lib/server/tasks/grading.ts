import 'server-only'
import { isDeepStrictEqual } from 'node:util'
import { runFix } from '@/lib/attack-matrix/fix'
import type { AssembleTask, BreakTask, FixTask, LessonPlan } from '@/lib/course/lesson-plan'
import { gradeAssemble } from '@/lib/course/tasks/assemble'
import { gradeBreak } from '@/lib/course/tasks/break'
import { type FixAnswer, gradeFix, type Switches } from '@/lib/course/tasks/fix'
import { type Grade, notYet } from '@/lib/course/tasks/grade'
import { labOf } from '@/lib/course/tasks/start'
import type { Lab } from '@/lib/lab/lab'
import { quoted, readPolicy } from '@/lib/lab/policy'
import { LabRefusal } from '@/lib/lab/refusal'
import { ownHost, planOf } from '../attacks/own-host'
import { processTurns } from '../attacks/process-turns'

/** What the server itself finds of a task: nothing that a page says of it counts. */

type PlannedFlow = Pick<LessonPlan, 'flow' | 'options'>
export type LabTask = Pick<BreakTask, 'kind' | 'check' | 'by'> | Pick<AssembleTask, 'kind' | 'until'>
type ToFix = Pick<FixTask, 'attack' | 'grant' | 'preset' | 'policy'> & { case?: string | undefined }

/**
 * Reads off a lab's own record whether a task is done in it.
 *
 * @throws LabRefusal 404 when there is no such flow
 */
export function gradeInLab(plan: PlannedFlow, task: LabTask, lab: Lab): Grade {
  const begun = labOf(plan)
  if (!begun) throw new LabRefusal(404, `There is no flow ${quoted(plan.flow)}.`)
  if (lab.attacker.plan || lab.checksOff.size > 0 || !isDeepStrictEqual(lab.policy, readPolicy(begun.policy))) {
    return notYet('This lab goes by other rules than the task begins with. Restart, and do it by messages alone.')
  }
  return task.kind === 'break' ? gradeBreak(plan, task, lab.exchanges) : gradeAssemble(plan, task, lab.exchanges)
}

/**
 * Runs the attack and the honest flow under the learner's switches, in labs that are thrown away.
 *
 * @throws LabRefusal naming what is not there, or which switch cannot be set so
 */
export async function gradeFixNow(task: ToFix, chosen: Switches): Promise<FixAnswer> {
  const { attack, grant, case: one } = task
  const plan = planOf({ attack, grant, case: one })
  const policy = task.policy ?? {}
  const { preset } = readPolicy({ ...policy, ...chosen, preset: task.preset })
  return processTurns().runs.take(async () => {
    const host = await ownHost()
    const run = await runFix({ plan, preset, policy, chosen }, host)
    const [failure] = host.failures
    if (failure) throw failure
    return { ...run, grade: gradeFix(run) }
  })
}
