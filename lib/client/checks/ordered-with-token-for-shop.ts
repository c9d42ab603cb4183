import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import type { ClientPolicy } from '../policy'

/** A token for the drive that is passed on to the shop would make the shop a thief's fence. */
export const orderedWithTokenForShop: Check<{ aud: unknown; shop: string }, ClientPolicy> = {
  id: 'ordered-with-token-for-shop',
  rule: 'The access token was made for the print shop.',
  cites: ['rfc9700-4.10.2', 'rfc9700-2.3'],
  reads: ['aud'],
  test({ aud, shop }) {
    const named: unknown[] = Array.isArray(aud) ? aud : [aud]
    const saw = `aud ${JSON.stringify(aud ?? null)}, this shop ${shop}`
    if (named.includes(shop)) return passed(saw)
    return refused(
      new OAuthError({
        code: 'invalid_token',
        description: 'The access token was made for somebody else.',
        cites: this.cites,
        status: 401,
      }),
      saw,
    )
  },
}
