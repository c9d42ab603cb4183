import { DPOP_ALGORITHMS } from '@/lib/oauth/dpop/signature'
import type { ResourceServerEnvironment } from './environment'

const WELL_KNOWN = '/.well-known/oauth-protected-resource'

/** Where the drive's metadata is found: the well-known path goes before the resource's own path (RFC 9728, section 3.1). */
export function resourceMetadataUrl({ origins }: Pick<ResourceServerEnvironment, 'origins'>): string {
  const { origin, pathname } = new URL(origins.resource)
  return `${origin}${WELL_KNOWN}${pathname === '/' ? '' : pathname}`
}

/** The protected resource metadata document (RFC 9728, section 2). */
export function resourceMetadata({ origins, policy }: Pick<ResourceServerEnvironment, 'origins' | 'policy'>) {
  return {
    resource: origins.resource,
    resource_name: 'Photo drive',
    authorization_servers: [origins.issuer],
    scopes_supported: ['photos.read', 'photos.write', 'usage.read'],
    bearer_methods_supported: policy.tokenInQuery === 'accept' ? ['header', 'body', 'query'] : ['header', 'body'],
    dpop_signing_alg_values_supported: DPOP_ALGORITHMS,
  }
}

/** The document as answered, at the path-inserted URL and below the resource's own base. Any page may read it. */
export function resourceMetadataResponse(env: Pick<ResourceServerEnvironment, 'origins' | 'policy'>): Response {
  return Response.json(resourceMetadata(env), { headers: { 'access-control-allow-origin': '*' } })
}
