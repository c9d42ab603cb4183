import { passed, refused } from '@/lib/oauth/check'
import { GRANT_TYPE_OF } from '../../response-types/words'
import { invalidMetadata, type RegistrationCheck } from './input'

const BEGUN_BY: Readonly<Record<string, string>> = GRANT_TYPE_OF
const GRANT_TYPES = new Set([
  'authorization_code',
  'implicit',
  'refresh_token',
  'client_credentials',
  'password',
  'urn:ietf:params:oauth:grant-type:device_code',
  'urn:ietf:params:oauth:grant-type:token-exchange',
  'urn:ietf:params:oauth:grant-type:jwt-bearer',
])

/** A response type without the grant it begins would leave the client with something it can never redeem. */
export const typesConsistent: RegistrationCheck = {
  id: 'registration-types-consistent',
  rule: 'Grant types are known, and grant types and response types fit together.',
  cites: ['rfc7591-2'],
  reads: ['grant_types', 'response_types'],
  test: ({ metadata: { grant_types, response_types } }) => {
    const saw = `grant_types ${grant_types.join(' ') || 'none'}; response_types ${response_types.join(' ') || 'none'}`
    const known = grant_types.every((type) => GRANT_TYPES.has(type))
    const wanted = new Set(response_types.flatMap((type) => type.split(' ').map((part) => BEGUN_BY[part] ?? part)))
    const begun = [...wanted].every((type) => grant_types.includes(type))
    const ended = !grant_types.includes('authorization_code') || wanted.has('authorization_code')
    if (known && begun && ended) return passed(saw)
    const hint = 'response_types ["code"] goes with grant_types ["authorization_code"].'
    return refused(invalidMetadata('grant_types and response_types do not fit together.', hint), saw)
  },
}
