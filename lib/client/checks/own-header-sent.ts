import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import type { ClientPolicy } from '../policy'

/** Any page can have a browser send a form, cookies included; none but our own can add a header of its choice to it. */
export const ownHeaderSent: Check<{ name: string; value: string | null }, ClientPolicy> = {
  id: 'frontend.own-header',
  rule: 'The request carries the header that only this application’s own page can send.',
  cites: ['rfc10017-6.1.3.3'],
  reads: ['x-photo-editor'],
  off: ({ ownHeader }) => !ownHeader,
  test: ({ name, value }) => {
    const saw = value === null ? `no ${name}` : `${name}: ${value}`
    if (value === '1') return passed(saw)
    return refused(
      new OAuthError({
        code: 'access_denied',
        status: 403,
        description: 'This request does not come from a page of this application.',
        cites: ['rfc10017-6.1.3.3'],
        hint: 'A script of another origin may not set this header without asking first, and a form cannot set it at all.',
      }),
      saw,
    )
  },
}
