import { type PromptCheck, passed, refused } from '@/lib/oauth/check'
import { authenticationFailed } from '../client-authentication/failure'
import type { AuthorizationServerPolicy } from '../policy'

export const clientIdSent: PromptCheck<{ clientId: string }, AuthorizationServerPolicy> = {
  id: 'client-id-sent',
  rule: 'The request says which client is calling.',
  cites: ['rfc6749-3.2.1', 'rfc6749-5.2'],
  reads: ['Authorization', 'client_id', 'client_assertion'],
  test({ clientId }) {
    if (clientId !== '') return passed(`client_id = ${clientId}`)
    return refused(
      authenticationFailed(
        'No client authentication included: the request does not say which client is calling.',
        'A public client sends client_id in the body; a confidential one authenticates.',
      ),
      'no client_id',
    )
  },
}
