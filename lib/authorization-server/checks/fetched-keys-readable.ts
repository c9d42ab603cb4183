import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import type { AuthorizationServerPolicy } from '../policy'
import type { FetchedKeys } from '../registration/fetched-keys'

/** As careless servers do, the refusal quotes what was found: a stranger reads inner addresses through it. */
export const fetchedKeysReadable: Check<FetchedKeys, AuthorizationServerPolicy> = {
  id: 'fetched-keys-readable',
  rule: 'What jwks_uri leads to is a JWK set.',
  cites: ['rfc7591-2', 'rfc7517-5'],
  reads: ['jwks_uri'],
  test({ url, status, text, jwks }) {
    const saw = `${url} answered ${status ?? 'nothing'}`
    if (jwks) return passed(saw)
    const found = status === null ? 'nothing' : `status ${status} and ${text.slice(0, QUOTED)}`
    return refused(
      new OAuthError({
        code: 'invalid_client_metadata',
        description: `jwks_uri leads to no JWK set. It answered with ${found}`,
        cites: this.cites,
      }),
      saw,
    )
  },
}

/** Characters. */
const QUOTED = 200
