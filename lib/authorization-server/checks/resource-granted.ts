import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import type { AuthorizationServerPolicy } from '../policy'

type Input = { resources: readonly string[]; granted: string }

/** A token for one resource cannot be carried to the next one. */
export const resourceGranted: Check<Input, AuthorizationServerPolicy> = {
  id: 'resource-granted',
  rule: 'resource, when sent, is the one that was granted.',
  cites: ['rfc8707-2', 'rfc9700-2.3'],
  reads: ['resource', 'grants.resource'],
  off: (policy) => !policy.audience,
  test({ resources, granted }) {
    const other = resources.find((one) => one !== granted)
    if (other === undefined) return passed(resources.length === 0 ? `not sent: ${granted}` : `${granted} = ${granted}`)
    return refused(
      new OAuthError({
        code: 'invalid_target',
        description: 'The resource asked for was not granted.',
        cites: this.cites,
        hint: `This grant is for ${granted}.`,
      }),
      `${other} ≠ ${granted}`,
    )
  },
}
