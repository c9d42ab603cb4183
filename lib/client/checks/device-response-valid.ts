import type { DeviceAuthorizationResponse } from 'oauth4webapi'
import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import type { ClientPolicy } from '../policy'

type Input = { codes: DeviceAuthorizationResponse; flaw: null } | { codes: null; flaw: string }

/** A device that shows half an answer leaves its user in front of a dead end. */
export const deviceResponseValid: Check<Input, ClientPolicy> = {
  id: 'device-response.valid',
  rule: 'The answer is JSON with device_code, user_code, verification_uri and expires_in.',
  cites: ['rfc8628-3.2'],
  reads: ['device_code', 'user_code', 'verification_uri', 'expires_in', 'interval'],
  test({ codes, flaw }) {
    if (codes) return passed(`user_code ${codes.user_code}, good for ${codes.expires_in} s`)
    return refused(
      new OAuthError({
        code: 'invalid_request',
        description: 'The answer to the device authorization request is malformed.',
        cites: this.cites,
      }),
      flaw,
    )
  },
}
