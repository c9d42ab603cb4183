import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import type { ClientPolicy } from '../policy'

/** @param target the URL as a browser would resolve it; null when it is none */
export const returnToOwnPage: Check<{ target: URL | null; base: string }, ClientPolicy> = {
  id: 'login.return-to',
  rule: 'Afterwards the browser is sent to a page of this application only.',
  cites: ['rfc9700-4.11.1'],
  reads: ['return_to'],
  off: (policy) => policy.openRedirector,
  test: ({ target, base }) => {
    const saw = `${target?.href ?? 'not a URL'}, own pages begin with ${base}/`
    if (target?.href.startsWith(`${base}/`)) return passed(saw)
    return refused(
      new OAuthError({
        code: 'invalid_request',
        description: 'return_to must be a page of this application.',
        cites: ['rfc9700-4.11.1'],
        hint: 'An application that forwards to any address lends its good name to phishing, and leaks codes and tokens.',
      }),
      saw,
    )
  },
}
