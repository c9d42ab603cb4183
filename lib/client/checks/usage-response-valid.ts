import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import { readUsage } from '../nightly-backup/usage'
import type { ClientPolicy } from '../policy'

export const usageResponseValid: Check<{ status: number; body: string }, ClientPolicy> = {
  id: 'usage-response.valid',
  rule: 'The drive answers with two numbers: photos and bytes.',
  cites: ['rfc6749-7'],
  reads: ['photos', 'bytes'],
  test: ({ status, body }) => {
    const usage = status === 200 ? readUsage(body) : null
    if (usage) return passed(`${usage.photos} photos, ${usage.bytes} bytes`)
    return refused(
      new OAuthError({
        code: 'server_error',
        description: 'The drive answered with something that does not say how full it is.',
        cites: ['rfc6749-7'],
        status: 502,
        hint: 'The service writes down nothing instead of guessing.',
      }),
      `Status ${status}, ${body.length} characters`,
    )
  },
}
