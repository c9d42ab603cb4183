import { type PromptCheck, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import type { AuthorizationServerPolicy } from '../policy'

/** A token for a resource this server does not serve would be good somewhere nobody can say. */
export const requestedResourceKnown: PromptCheck<
  { resources: readonly string[]; served: readonly string[] },
  AuthorizationServerPolicy
> = {
  id: 'requested-resource-known',
  rule: 'resource, when sent, is one this server issues tokens for.',
  cites: ['rfc8707-2'],
  reads: ['resource'],
  off: (policy) => !policy.audience,
  test({ resources, served }) {
    const unknown = resources.find((one) => !served.includes(one))
    if (unknown === undefined) {
      const several = new Set(resources).size > 1
      if (!several) return passed(`“${resources[0]}” is served`)
      return refused(
        new OAuthError({
          code: 'invalid_target',
          description: 'A token is made for one resource only.',
          cites: this.cites,
        }),
        `“${resources.join('”, “')}”`,
      )
    }
    return refused(
      new OAuthError({
        code: 'invalid_target',
        description: 'This server issues no tokens for the resource asked for.',
        cites: this.cites,
      }),
      `“${unknown}” is none of “${served.join('”, “')}”`,
    )
  },
}
