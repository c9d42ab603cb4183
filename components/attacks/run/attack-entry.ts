import type { AttackAbout } from '@/lib/attack-matrix/about'
import { findPlan } from '@/lib/attacks'
import { attackFlow } from '@/machines/attacks/flow'
import type { LoadedGrant } from '@/machines/kit/entry'
import { attackOptions, type Settings } from '../settings'

/**
 * A run of an attack as the player knows flows. This module brings every attack with it: it is loaded where one is run.
 */
export async function attackEntry(about: AttackAbout, settings: Settings): Promise<LoadedGrant> {
  const { grant, case: one, preset, policy } = settings
  const plan = findPlan({ attack: about.slug, grant, case: one })
  if (!plan) throw new Error(`The attack ${about.slug} is not made against ${grant}.`)
  const page = `/attacks/${about.slug}`
  return {
    ...(await attackFlow(plan, { preset, policy })),
    options: attackOptions(about, { grant }),
    home: { runs: `${page}/run`, about: page, label: 'About this attack' },
  }
}
