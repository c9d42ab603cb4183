import 'server-only'
import { z } from 'zod'
import { judge, recordedAttempt } from '@/lib/attack-matrix/attempt'
import type { AttackStanding, AttemptAnswer, MatrixLine } from '@/lib/attack-matrix/contract'
import { honestRuns, summaryOf } from '@/lib/attack-matrix/honest'
import { FURTHER_GRANTS, RFC6749_GRANTS } from '@/lib/attack-matrix/matrix'
import { ATTACKS, type AttackPlan } from '@/lib/attacks'
import { ORACLES } from '@/lib/attacks/oracles'
import { quoted, readPolicy } from '@/lib/lab/policy'
import { LabRefusal } from '@/lib/lab/refusal'
import { PRESETS, type Preset, type SwitchValue } from '@/lib/oauth/policy'
import { answered, control, labControl } from '../control'
import { answer, parsed } from '../lab-calls'
import { logFailure } from '../log'
import { linesResponse } from './lines'
import { matrixLines } from './matrix-lines'
import { ownHost, planOf } from './own-host'
import { processTurns } from './process-turns'

/** The calls about attacks, one function each. Shapes: `lib/attack-matrix/contract.ts`. */

const NAME = z.string().max(100)

const WISHES = z.strictObject({
  attack: NAME,
  grant: NAME,
  case: NAME.optional(),
  preset: NAME.optional(),
  policy: z.record(z.string(), z.union([z.string(), z.boolean(), z.number()])).optional(),
})

/** `POST /api/attacks/attempt`: runs one case of an attack at once, in a lab that is thrown away afterwards. */
export const attemptCall = control(async (body) => {
  const { preset: wanted = 'bcp', policy = {}, ...ref } = parsed(WISHES, body)
  const plan = planOf(ref)
  const { preset } = readPolicy({ ...policy, preset: wanted })
  return answer(await processTurns().runs.take(() => attempted(plan, preset, policy)))
})

async function attempted(
  plan: AttackPlan,
  preset: Preset,
  policy: Readonly<Record<string, SwitchValue>>,
): Promise<AttemptAnswer> {
  const host = await ownHost()
  const settings = { ...plan.variant.policy, ...plan.case.policy, ...policy } as Record<string, SwitchValue>
  const { attempt, lab } = await recordedAttempt(plan, host, { preset, policy })
  const usual = await honestRuns(host)(plan.grant, preset, settings, plan)
  const [failure] = host.failures
  if (failure) throw failure
  const { exchanges, castSecrets } = lab
  return { ...attempt, honest: summaryOf(usual), exchanges, castSecrets }
}

/** `GET /api/labs/{lab}/attack?end=over`: what came of the attack so far; `over`: its script was played to the end. */
export const attackStandingCall = labControl(async ({ lab, url }) => {
  const { plan } = lab.attacker
  if (!plan) {
    const sentence = 'No attack is played in this lab. Make one with {"attack":{"attack":"code-replay","grant":…}}.'
    throw new LabRefusal(409, sentence)
  }
  const over = url.searchParams.get('end') === 'over'
  const lastStep = lab.exchanges.findLast(({ parent }) => parent === null)?.step ?? null
  const oracle = ORACLES[plan.variant.oracle ?? plan.attack.oracle].title
  return answer({ ...judge(lab, over ? null : lastStep), oracle } satisfies AttackStanding)
})

/** `GET /api/attacks/matrix?preset=bcp`: every cell of a preset, run now; newline-delimited JSON, a line as it is known. */
export const matrixCall = (request: Request): Promise<Response> =>
  answered(async () => {
    const wanted = new URL(request.url).searchParams.get('preset')
    const preset = PRESETS.find((one) => one === wanted)
    if (!preset) throw new LabRefusal(400, `preset takes one of ${PRESETS.join(', ')} (sent: ${quoted(wanted)}).`)
    const { matrices, runs } = processTurns()
    const host = await ownHost()
    const selection = { attacks: ATTACKS, grants: [...RFC6749_GRANTS, ...FURTHER_GRANTS], presets: [preset] } as const
    return linesResponse<MatrixLine>(request.signal, matrices, {
      waiting: { type: 'waiting' },
      failed(error) {
        logFailure('attack matrix', error)
        return { type: 'failed', detail: 'The app failed. What has been run is kept: run the matrix again.' }
      },
      lines: (left) => matrixLines({ selection, host, runs, now: () => performance.now(), left }),
    })
  })
