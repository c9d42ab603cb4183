import 'server-only'
import { randomBytes } from 'node:crypto'
import { type MatrixHost, matrixHost } from '@/lib/attack-matrix/host'
import { ATTACKS, type AttackPlan, findAttack, findPlan } from '@/lib/attacks'
import { quoted } from '@/lib/lab/policy'
import { LabRefusal } from '@/lib/lab/refusal'
import { originsOf } from '../origins'
import { world } from '../world'

/** Memory for labs that live no longer than this request. */
export function ownHost(): Promise<MatrixHost> {
  const { config } = world()
  return matrixHost(randomBytes(16).toString('hex'), (lab) => originsOf(config, lab))
}

/** @throws LabRefusal 404 naming what there is instead */
export function planOf(ref: { attack: string; grant: string; case?: string | undefined }): AttackPlan {
  const plan = findPlan(ref)
  if (plan) return plan
  const attack = findAttack(ref.attack)
  if (!attack) {
    const known = ATTACKS.map(({ slug }) => slug).join(', ')
    throw new LabRefusal(404, `There is no attack ${quoted(ref.attack)}. The attacks are ${known}.`)
  }
  const variant = findPlan({ attack: ref.attack, grant: ref.grant })?.variant
  if (!variant) {
    const made = Object.keys(attack.on).join(', ')
    throw new LabRefusal(404, `${attack.slug} is not made against ${quoted(ref.grant)}. It is made against ${made}.`)
  }
  const cases = variant.cases.map(({ id }) => id).join(', ')
  throw new LabRefusal(404, `${attack.slug} has no case ${quoted(ref.case)}. It has ${cases}.`)
}
