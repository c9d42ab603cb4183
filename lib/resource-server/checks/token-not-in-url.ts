import type { Check } from '@/lib/oauth/check'
import { passed } from '@/lib/oauth/check'
import type { Presented } from '../bearer'
import type { ResourceServerPolicy } from '../policy'

/** URLs end up in logs, histories and Referer headers, so a token found in one is treated as if it were not there. */
export const tokenNotInUrl: Check<Presented, ResourceServerPolicy> = {
  id: 'bearer.not-in-url',
  rule: 'An access token in the URL is not looked at.',
  cites: ['oauth21-5.1', 'rfc9700-4.3.2', 'rfc6750-2.3'],
  reads: ['access_token'],
  off: (policy) => policy.tokenInQuery === 'accept',
  test: () => passed('The access_token in the query is ignored.'),
}
