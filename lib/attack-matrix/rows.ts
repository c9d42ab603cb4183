import { ATTACKS } from '@/lib/attacks'
import { FURTHER_GRANTS, RFC6749_GRANTS } from './matrix'
import type { Task } from './worker'

export { PRESETS } from '@/lib/oauth/policy'

/** Every row of the matrix that is asked about, attack by attack. */
export function allRows(): (Task & { id: string; tier: number; title: string })[] {
  return ATTACKS.flatMap(({ slug, id, tier, title, on }) =>
    [...RFC6749_GRANTS, ...FURTHER_GRANTS.filter((grant) => grant in on)].map((grant) => ({
      ...{ attack: slug, grant, id, tier, title },
    })),
  )
}
