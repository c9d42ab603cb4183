import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import type { AuthorizationServerPolicy } from '../policy'

type Input = { expected: string | null; sent: string | null }

/** Otherwise another site could type its own code for Alice and put a stranger's device in front of her. */
export const codeFormOfThisBrowser: Check<Input, AuthorizationServerPolicy> = {
  id: 'code-form-of-this-browser',
  rule: 'The form is the one this server gave to this browser.',
  cites: ['rfc6749-10.12', 'rfc9700-4.7', 'rfc8628-5.4'],
  reads: ['cookie as_browser', 'token'],
  test({ expected, sent }) {
    if (expected !== null && sent === expected) return passed('token = SHA-256(device, cookie as_browser)')
    return refused(
      new OAuthError({
        code: 'access_denied',
        description: 'This form was not made for this browser. Open the page again and type the code.',
        cites: this.cites,
        status: 403,
        hint: 'Without this check, another site could send a code in her name.',
      }),
      expected === null ? 'no cookie as_browser' : 'token ≠ SHA-256(device, cookie as_browser)',
    )
  },
}
