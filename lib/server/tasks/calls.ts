import 'server-only'
import { z } from 'zod'
import { aboutFix } from '@/lib/attack-matrix/fix-about'
import type { FixAnswer, FixWishes } from '@/lib/course/tasks/fix'
import { quoted } from '@/lib/lab/policy'
import { LabRefusal } from '@/lib/lab/refusal'
import { PARTIES } from '@/lib/oauth/parties'
import { answered, control, labControl } from '../control'
import { answer, parsed } from '../lab-calls'
import { withReceipt } from '../lessons/receipts'
import { gradeFixNow, gradeInLab } from './grading'

/** The calls about tasks, one function each. */

const NAME = z.string().max(100)
const SWITCHES = z.record(NAME, z.union([z.string().max(100), z.boolean(), z.number()]))

const TO_GRADE = z.strictObject({
  flow: NAME,
  options: z.record(NAME, NAME).default({}),
  task: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('break'), check: NAME, by: z.enum(PARTIES) }),
    z.object({ kind: z.literal('assemble'), until: NAME.exactOptional() }),
  ]),
})

/** `POST /api/labs/{lab}/grade`: whether a task is done in this lab, read off its own record. */
export const gradeCall = labControl(async ({ lab, body }) => {
  const { task, ...plan } = parsed(TO_GRADE, body)
  return answer(withReceipt(gradeInLab(plan, task, lab), plan, task))
})

const FIX = z.strictObject({
  attack: NAME,
  grant: NAME,
  case: NAME.exactOptional(),
  preset: NAME,
  policy: SWITCHES.exactOptional(),
  chosen: SWITCHES,
}) satisfies z.ZodType<FixWishes>

/** `GET /api/attacks/fix?attack=code-injection&grant=authorization-code`: the attack, with the switches that are offered. */
export const fixAboutCall = (request: Request): Promise<Response> =>
  answered(async () => {
    const { searchParams } = new URL(request.url)
    const [attack, grant] = [searchParams.get('attack') ?? '', searchParams.get('grant') ?? '']
    const about = aboutFix({ attack, grant })
    if (!about) throw new LabRefusal(404, `There is no attack ${quoted(attack)} on the flow ${quoted(grant)}.`)
    return answer(about)
  })

/** `POST /api/attacks/fix`: whether the learner's switches stop an attack and leave the honest flow working. */
export const fixCall = control(async (body) => {
  const { chosen, ...task } = parsed(FIX, body)
  const { grade, ...run } = await gradeFixNow(task, chosen)
  const receipted = withReceipt(grade, { flow: task.grant, options: {} }, { kind: 'fix', ...task })
  return answer({ ...run, grade: receipted } satisfies FixAnswer)
})
