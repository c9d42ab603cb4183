import { type Check, passed, refused } from '@/lib/oauth/check'
import type { CitationId } from '@/lib/oauth/citations'
import { OAuthError } from '@/lib/oauth/errors'
import type { ClientPolicy } from '../policy'
import type { ScriptFinding } from './script/types'

export const PAGE_STATE = 'page.state'
export const PAGE_ISSUER = 'page.issuer'

type ScriptCheck = Check<ScriptFinding, ClientPolicy>

/** A rule whose comparison the script itself has made, in the page: here its verdict gets its name and its clause. */
function scriptCheck(rule: {
  id: ScriptFinding['id']
  rule: string
  cites: readonly [CitationId, ...CitationId[]]
  reads: readonly string[]
  off?: (policy: ClientPolicy) => boolean
}): ScriptCheck {
  return {
    ...rule,
    test: ({ ok, saw }) =>
      ok
        ? passed(saw)
        : refused(
            new OAuthError({
              code: 'invalid_request',
              description: 'The script of the page refuses this answer.',
              cites: rule.cites,
              hint: 'The script compared this in the page. Nothing was sent on.',
            }),
            saw,
          ),
  }
}

/** On an authorization response, by the script of the page that it came to. */
export const PAGE_ANSWER_CHECKS: readonly ScriptCheck[] = [
  scriptCheck({
    id: 'page.answer',
    rule: 'The address of the page holds what was asked for, or an error.',
    cites: ['rfc6749-4.1.2', 'rfc6749-4.2.2'],
    reads: ['code', 'access_token', 'token_type', 'error'],
  }),
  scriptCheck({
    id: PAGE_STATE,
    rule: 'The state is the one this page keeps in its sessionStorage.',
    cites: ['rfc6749-10.12', 'rfc9700-4.7'],
    reads: ['state'],
    off: (policy) => !policy.checkState,
  }),
  scriptCheck({
    id: PAGE_ISSUER,
    rule: 'The answer comes from the authorization server that was asked.',
    cites: ['rfc9207-2.4', 'rfc9700-4.4.2'],
    reads: ['iss'],
    off: (policy) => !policy.checkIssuer,
  }),
]

/** On a response of the token endpoint. */
export const PAGE_TOKEN_CHECKS: readonly ScriptCheck[] = [
  scriptCheck({
    id: 'page.tokens',
    rule: 'The response is JSON with an access token and a type the script can use.',
    cites: ['rfc6749-5.1', 'rfc6749-7'],
    reads: ['access_token', 'token_type', 'refresh_token', 'expires_in', 'scope'],
  }),
]
