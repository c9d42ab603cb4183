import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import type { AuthorizationServerPolicy } from '../policy'
import { sortWords } from '../response-types/words'
import type { Client } from '../tables'

type Input = {
  /** Its words sorted. */
  responseType: string
  grantTypes: readonly string[]
  client: Pick<Client, 'response_types' | 'grant_types'>
}

/** A client gets what it registered for, so that stealing its name gains no other grant. */
export const responseTypeAllowed: Check<Input, AuthorizationServerPolicy> = {
  id: 'response-type-allowed',
  rule: 'The client registered for this response_type and its grant.',
  cites: ['rfc6749-4.1.2.1', 'rfc7591-2'],
  reads: ['response_type', 'clients.response_types', 'clients.grant_types'],
  test({ responseType, grantTypes, client }) {
    const types = client.response_types.join(', ') || 'none'
    const grants = client.grant_types.join(', ') || 'none'
    const saw = `${responseType} in (${types}), ${grantTypes.join(' and ')} in (${grants})`
    const registered = client.response_types.map(sortWords).includes(responseType)
    if (registered && grantTypes.every((one) => client.grant_types.includes(one))) return passed(saw)
    return refused(
      new OAuthError({
        code: 'unauthorized_client',
        description: `This client may not use response_type ${responseType}.`,
        cites: this.cites,
      }),
      saw,
    )
  },
}
