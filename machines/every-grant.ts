import { CATALOGUE } from './catalogue'
import { type LoadedGrant, loadGrant } from './kit/entry'

/** Every grant with its machine and words: for servers and tests. A page loads the one it runs, by `loadGrant`. */
export const EVERY_GRANT: readonly LoadedGrant[] = await Promise.all(CATALOGUE.map(loadGrant))

/** @throws Error when the catalogue has no such grant */
export function loadedGrant(slug: string): LoadedGrant {
  const grant = EVERY_GRANT.find((one) => one.slug === slug)
  if (!grant) throw new Error(`The catalogue has no grant ${slug}.`)
  return grant
}
