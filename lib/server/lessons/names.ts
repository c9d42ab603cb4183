import 'server-only'
import { allAttacks } from '@/lib/attack-matrix/about'
import { CHECK_NAMES } from '@/lib/course/check-names'
import type { LessonNames } from '@/lib/course/file/names'
import { SWITCHES } from '@/lib/lab/policy'
import { PRESETS } from '@/lib/oauth/policy'

/** What a lesson can name of labs: their checks, attacks, presets and switches. Plain data, for the page that reads files. */
export function namesOfLabs(): Omit<LessonNames, 'flows'> {
  const attacks = allAttacks().map(({ slug, title, grants }) => ({
    slug,
    title,
    grants: grants.map((grant) => ({ slug: grant.slug, cases: grant.cases.map(({ id }) => id) })),
  }))
  const switches = Object.entries(SWITCHES).map(([name, { values }]) => {
    return [name, typeof values[0] === 'number' ? null : values] as const
  })
  return { checks: CHECK_NAMES, attacks, presets: PRESETS, switches: Object.fromEntries(switches) }
}
