import type { AuthorizationServerEnvironment } from './environment'

/**
 * The resources this server issues tokens for: the drive, and whatever a registered resource server protects.
 *
 * @param wanted only these are looked up
 */
export async function servedResources(
  wanted: readonly string[],
  { origins, store }: Pick<AuthorizationServerEnvironment, 'origins' | 'store'>,
): Promise<string[]> {
  const others = [...new Set(wanted)].filter((resource) => resource !== origins.resource)
  const found = await Promise.all(others.map((resource) => store.find('clients', { resource })))
  return [origins.resource, ...others.filter((_, at) => (found[at]?.length ?? 0) > 0)]
}

/** Names of `audience` (RFC 8693, section 2.1) are client ids of resource servers: answers what each protects. */
export async function resourcesOfAudiences(
  names: readonly string[],
  { store }: Pick<AuthorizationServerEnvironment, 'store'>,
): Promise<string[]> {
  const clients = await Promise.all(names.map((name) => store.get('clients', name)))
  return names.map((name, at) => clients[at]?.resource ?? name)
}
