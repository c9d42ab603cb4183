import type { Arrival } from '@/lib/wire/exchange'

/** Arrivals that end an attack. */
const STOPS = ['refusal', 'error-page', 'empty-handed'] as const satisfies readonly Arrival[]

/** Slugs of the answers that stop a step, by what arrives; none for what the step expects anyway. */
export function answersOf(slug: string, expects: readonly Arrival[]): Partial<Record<(typeof STOPS)[number], string>> {
  return Object.fromEntries(STOPS.filter((one) => !expects.includes(one)).map((one) => [one, `${slug}-stopped`]))
}
