import { encodeBase64Url, encodeUtf8 } from '@/lib/oauth/base64url'
import { type Check, passed, refused } from '@/lib/oauth/check'
import { notBelieved } from '../id-token/refusal'
import type { IdTokenUnderTest } from '../id-token/under-test'
import type { ClientPolicy } from '../policy'

/** In the code flow at_hash may be left out; where it stands, it has to fit. */
export const idTokenAccessTokenHash: Check<IdTokenUnderTest, ClientPolicy> = {
  id: 'id-token.access-token-hash',
  rule: 'at_hash, when sent, is the hash of the access token that came along.',
  cites: ['oidc-core-3.1.3.8', 'oidc-core-3.1.3.6'],
  reads: ['at_hash', 'access_token'],
  off: (policy) => !policy.checkIdToken,
  test: async ({ claims: { at_hash }, accessToken }) => {
    if (at_hash === undefined || accessToken === null) return passed('not sent')
    const expected = await leftHalf(accessToken)
    if (at_hash === expected) return passed(`left half of SHA-256(access_token) = ${expected}`)
    return refused(
      notBelieved('The access token is not the one this ID token came with.', ['oidc-core-3.1.3.8']),
      `at_hash ${JSON.stringify(at_hash)} ≠ left half of SHA-256(access_token) = ${expected}`,
    )
  },
}

async function leftHalf(token: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', encodeUtf8(token)))
  return encodeBase64Url(digest.slice(0, digest.length / 2))
}
