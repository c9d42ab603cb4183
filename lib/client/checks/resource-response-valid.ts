import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import { readPhotos } from '../photos'
import type { ClientPolicy } from '../policy'

export const resourceResponseValid: Check<{ status: number; body: string }, ClientPolicy> = {
  id: 'resource-response.valid',
  rule: 'The drive answers with a list of photos.',
  cites: ['rfc6749-7'],
  reads: ['photos'],
  test: ({ status, body }) => {
    const answer = status === 200 ? readPhotos(body) : null
    if (answer) return passed(`${answer.photos.length} photos of ${answer.owner}`)
    return refused(
      new OAuthError({
        code: 'server_error',
        description: 'The drive answered with something that is no list of photos.',
        cites: ['rfc6749-7'],
        status: 502,
        hint: 'The application shows an error instead of guessing.',
      }),
      `Status ${status}, ${body.length} characters`,
    )
  },
}
