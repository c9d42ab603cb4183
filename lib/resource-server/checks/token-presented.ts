import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import type { Presented } from '../bearer'
import type { ResourceServerPolicy } from '../policy'

/** Whoever sends no credentials is told which kind is wanted, and nothing about errors. */
export const tokenPresented: Check<Presented, ResourceServerPolicy> = {
  id: 'bearer.presented',
  rule: 'The request carries an access token.',
  cites: ['rfc6750-3', 'rfc6750-3.1'],
  reads: ['authorization', 'access_token'],
  test: ({ header, body, query }) => {
    const places = [header !== null && 'the Authorization header', body && 'the form body', query && 'the URL']
    const found = places.filter((place) => typeof place === 'string')
    if (found.length > 0) return passed(`A token in ${found.join(' and ')}.`)
    return refused(
      new OAuthError({
        code: 'invalid_token',
        description: 'This resource needs an access token.',
        cites: ['rfc6750-3.1'],
        status: 401,
        silent: true,
        hint: 'Send the header "Authorization: Bearer <access token>". Without credentials the answer names no error.',
      }),
      'No Authorization header with the scheme Bearer.',
    )
  },
}
