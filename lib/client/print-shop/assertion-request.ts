import { encodeFormValue } from '@/lib/oauth/form'
import type { ClientEnvironment } from '../environment'
import type { ClientMove } from '../moves/move'
import { registrationOf } from '../server'
import { APPLICATION, directoryUrl } from './application'
import { openOrder } from './orders'

/** Whose photos the shop prints when the company orders: one of its people, who is not there. */
const EMPLOYEE = 'alice'

/** Asks the company's directory for its word about an employee, made for the authorization server (RFC 7521, section 3). */
export const assertionRequest: ClientMove = {
  to: 'service',

  async prepare(env) {
    const { clientId, clientSecret } = registrationOf(env, 'hr-directory')
    const credentials = btoa(`${encodeFormValue(clientId)}:${encodeFormValue(clientSecret ?? '')}`)
    return new Request(`${directoryUrl(env.origins)}/assertions`, {
      method: 'POST',
      headers: {
        accept: 'application/json',
        authorization: `Basic ${credentials}`,
        'content-type': 'application/x-www-form-urlencoded',
        'user-agent': APPLICATION,
      },
      body: new URLSearchParams({ subject: EMPLOYEE, audience: env.origins.issuer }).toString(),
    })
  },

  async settle(env: ClientEnvironment, _who, _request, response) {
    const assertion = response.ok ? readAssertion(await response.text()) : null
    if (assertion === null) return 'refusal'
    const order = await openOrder(env, { user_name: EMPLOYEE, subject_token: null })
    await env.store.update('print_orders', order.key, { assertion })
    return 'confirmation'
  },
}

function readAssertion(body: string): string | null {
  try {
    const read: unknown = JSON.parse(body)
    if (typeof read !== 'object' || read === null || !('assertion' in read)) return null
    return typeof read.assertion === 'string' ? read.assertion : null
  } catch {
    return null
  }
}
