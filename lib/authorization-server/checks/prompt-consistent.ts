import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import type { AuthorizationServerPolicy } from '../policy'

/** Show nothing and show something cannot both be done. */
export const promptConsistent: Check<{ prompt: readonly string[] }, AuthorizationServerPolicy> = {
  id: 'prompt-consistent',
  rule: 'prompt=none stands alone.',
  cites: ['oidc-core-3.1.2.1'],
  reads: ['prompt'],
  test({ prompt }) {
    const saw = `prompt=${prompt.join(' ')}`
    if (!prompt.includes('none') || prompt.length === 1) return passed(saw)
    return refused(
      new OAuthError({
        code: 'invalid_request',
        description: 'prompt=none cannot be combined with another value.',
        cites: this.cites,
      }),
      saw,
    )
  },
}
