import { type Check, checklist } from '@/lib/oauth/check'
import { parameter } from '@/lib/oauth/form'
import {
  AUTHORIZATION_REQUEST_CHECKS,
  DESTINATION_CHECKS,
  findDestination,
  readAuthorizationRequest,
} from '../authorization-request'
import { pushKeyAgrees } from '../checks/push-key-agrees'
import { pushSelfContained } from '../checks/push-self-contained'
import { pushesLimited } from '../checks/pushes-limited'
import { pushesOffered } from '../checks/pushes-offered'
import { authenticateClient, CLIENT_AUTHENTICATION_CHECKS, concerning } from '../client-authentication/authenticate'
import { concerningProof, DPOP_CHECKS, nextNonce, provenKey } from '../dpop'
import type { Endpoint, EndpointHandler } from '../endpoint'
import { FORM_CHECKS, readForm } from '../form-request'
import type { AuthorizationServerPolicy } from '../policy'
import { keepPushed, waitingPushes } from '../pushed-requests/push'
import { json } from '../responses'

/** The client first, then the request as the authorization endpoint would check it (RFC 9126, section 2.1). */
export const PUSH_CHECKS: readonly Check<never, AuthorizationServerPolicy>[] = [
  pushesOffered,
  ...FORM_CHECKS,
  ...CLIENT_AUTHENTICATION_CHECKS,
  pushSelfContained,
  pushesLimited,
  ...DPOP_CHECKS,
  pushKeyAgrees,
  ...DESTINATION_CHECKS,
  ...AUTHORIZATION_REQUEST_CHECKS,
]

const answer: EndpointHandler = async (request, env) => {
  const order = concerningProof(request.headers, env.policy, concerning(request.form, PUSH_CHECKS))
  const rules = checklist('authorization-server', order, env)
  await rules.apply(pushesOffered, null)
  const form = readForm(request, rules)
  const client = await authenticateClient(request, form, env, rules)
  await rules.apply(pushSelfContained, form)
  await rules.apply(pushesLimited, { waiting: await waitingPushes(client.key, env) })

  const proven = request.headers.has('dpop') ? await provenKey(request, client, env, rules) : null
  const named = parameter(form, 'dpop_jkt')
  if (named !== null && proven !== null) await rules.apply(pushKeyAgrees, { named, proven })
  const parameters = form.filter(([name]) => name !== 'dpop_jkt')
  const jkt = proven ?? named
  if (jkt !== null) parameters.push(['dpop_jkt', jkt])

  const destination = await findDestination(parameters, rules, env)
  await readAuthorizationRequest(parameters, destination, rules, env)
  const pushed = await keepPushed(client.key, parameters, env)
  return json(pushed, env, { status: 201, headers: proven === null ? {} : await nextNonce(env) })
}

/** The pushed authorization request endpoint (RFC 9126, section 2). */
export const par: Endpoint = { path: '/par', kind: 'api', methods: { POST: answer } }
