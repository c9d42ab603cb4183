import { passed, refused } from '@/lib/oauth/check'
import { invalidMetadata, type RegistrationCheck } from './input'

/** Two sources of keys would leave open which of them counts. */
export const oneKeySource: RegistrationCheck = {
  id: 'registration-one-key-source',
  rule: 'Keys are registered by value or by reference, not both.',
  cites: ['rfc7591-2'],
  reads: ['jwks', 'jwks_uri'],
  test: ({ requested }) => {
    const given = ['jwks', 'jwks_uri'].filter((name) => requested[name] !== undefined)
    const saw = given.join(' and ') || 'neither'
    if (given.length < 2) return passed(saw)
    return refused(invalidMetadata('Send jwks or jwks_uri, not both.', 'jwks holds the keys themselves.'), saw)
  },
}
