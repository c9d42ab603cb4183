import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import type { AuthorizationServerPolicy } from '../policy'

/** Another site can make her browser send a form, and another browser can copy one: neither can bring both halves. */
export const transactionInItsBrowser: Check<{ bound: string; sent: string | null }, AuthorizationServerPolicy> = {
  id: 'transaction-in-its-browser',
  rule: 'The form comes from the browser that made the authorization request.',
  cites: ['rfc6749-10.12', 'rfc9700-4.7'],
  reads: ['cookie as_browser', 'transactions.browser_hash'],
  test({ bound, sent }) {
    if (sent === bound) return passed('SHA-256(cookie as_browser) = browser_hash')
    return refused(
      new OAuthError({
        code: 'access_denied',
        description: 'This form belongs to another browser. Begin again in the app you came from.',
        cites: this.cites,
        status: 403,
        hint: 'Without this check, any site could say yes in her name.',
      }),
      sent === null ? 'no cookie as_browser' : 'SHA-256(cookie as_browser) ≠ browser_hash',
    )
  },
}
