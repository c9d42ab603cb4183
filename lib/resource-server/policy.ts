import { DPOP_SWITCHES } from '@/lib/oauth/dpop/switches'
import { onOff, type PolicyOf, setting } from '@/lib/oauth/policy'

/** The resource server's switches. Columns: permissive, rfc6749, bcp, oauth21, fapi2. */
export const RESOURCE_SERVER_SWITCHES = {
  verifyAudience: /* S-RSAUD */ onOff(
    'Refuse tokens made for another resource',
    ['rfc9700-4.10.2', 'rfc9068-4'],
    [false, false, true, true, true],
  ),
  verifyScope: /* S-RSSCOPE */ onOff(
    'Refuse what the scope does not allow',
    ['rfc6750-3.1', 'rfc9700-2.3'],
    [false, true, true, true, true],
  ),
  strictJwt: /* S-RSJWT */ onOff(
    'Validate JWT access tokens in full: type, algorithm, key, signature, claims, issuer',
    ['rfc9068-4', 'rfc8725-3.1'],
    [false, false, true, true, true],
  ),
  tokenInQuery: /* S-RSQUERY */ setting(
    'What to do with an access token in the URL',
    ['rfc6750-2.3', 'oauth21-5.1'],
    ['accept', 'ignore'],
    ['accept', 'accept', 'ignore', 'ignore', 'ignore'],
  ),
  validation: /* S-RSREV */ setting(
    'How JWT access tokens are validated: here, or by asking the authorization server each time',
    ['rfc7662-2.1', 'rfc9068-4'],
    ['local', 'introspect'],
    ['local', 'local', 'local', 'local', 'introspect'],
  ),
  distinguishSubjects: /* S-RSSUBJ */ onOff(
    "Never take a client's own token for a user's",
    ['rfc9700-4.15'],
    [false, false, true, true, true],
  ),
  redactLogs: /* S-LOG */ onOff(
    'Keep tokens out of the log',
    ['rfc9700-4.9.2', 'rfc6750-5.3'],
    [false, false, true, true, true],
  ),
  ...DPOP_SWITCHES,
} as const

export type ResourceServerPolicy = PolicyOf<typeof RESOURCE_SERVER_SWITCHES>
