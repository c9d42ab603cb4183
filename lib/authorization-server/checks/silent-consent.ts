import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import type { AuthorizationServerPolicy } from '../policy'

type Input = { needed: 'consent_required' | 'interaction_required' | null }

/** Silence is only for what she agreed to before, and only towards a client that can prove who it is. */
export const silentConsent: Check<Input, AuthorizationServerPolicy> = {
  id: 'silent-consent',
  rule: 'With prompt=none, an earlier consent covers the request, and the client can prove who it is.',
  cites: ['oidc-core-3.1.2.6', 'rfc6749-10.2', 'rfc8252-8.6'],
  reads: ['prompt', 'consents.scope', 'clients.token_endpoint_auth_method'],
  test({ needed }) {
    if (needed === null) return passed('covered by an earlier consent')
    const [description, saw] =
      needed === 'consent_required'
        ? ['The user has not agreed to this before.', 'no earlier consent covers the request']
        : ['A public client has to ask the user every time.', 'consent is remembered, but the client is public']
    return refused(new OAuthError({ code: needed, description, cites: this.cites }), saw)
  },
}
