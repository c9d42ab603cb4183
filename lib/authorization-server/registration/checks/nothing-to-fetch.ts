import { passed, refused } from '@/lib/oauth/check'
import { invalidMetadata, type RegistrationCheck } from './input'

const FETCHED = ['jwks_uri', 'logo_uri', 'sector_identifier_uri', 'request_uris', 'software_statement']

/**
 * A server that fetches URLs for strangers can be sent to its own insides (SSRF). This one never fetches any; what it
 * would have to fetch it refuses, unless the policy takes any metadata, and then leaves it unread.
 */
export const nothingToFetch: RegistrationCheck = {
  id: 'registration-nothing-to-fetch',
  rule: 'A client that registers itself cannot make the server fetch anything.',
  cites: ['rfc7591-5'],
  reads: FETCHED,
  off: (policy) => policy.openRegistration,
  test: ({ requested, trusted }) => {
    const given = FETCHED.filter((name) => requested[name] !== undefined)
    const saw = given.join(', ') || 'no URL to fetch'
    if (given.length === 0 || trusted) return passed(saw)
    const hint = 'Register keys by value in jwks. Pages of this server show no foreign logo.'
    return refused(invalidMetadata(`${given.join(', ')} cannot be registered here.`, hint), saw)
  },
}
