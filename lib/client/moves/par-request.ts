import * as oauth from 'oauth4webapi'
import { checklist } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import { PUSH_RESPONSE_CHECKS } from '../checks'
import { type JudgedPush, pushResponseValid } from '../checks/push-response-valid'
import { authenticationOf, capture, registrationOf, serverMetadata } from '../server'
import { type ClientMove, sessionOf } from './move'

/** Pushes the authorization request, so that only a reference goes through the browser (RFC 9126, section 2.1). */
export const parRequest: ClientMove = {
  to: 'authorization-server',

  async prepare(env, who) {
    const session = await sessionOf(env, who)
    const push = await env.store.get('pushes', session.key)
    if (!push) throw new Error('The application has no request to push. Open its login page first.')
    const registration = registrationOf(env, who.application)
    return capture(who.application, (options) =>
      oauth.pushedAuthorizationRequest(
        serverMetadata(env),
        { client_id: registration.clientId },
        authenticationOf(env, registration),
        new URLSearchParams(push.request),
        options,
      ),
    )
  },

  async settle(env, who, _request, response) {
    const session = await sessionOf(env, who)
    const judged = await judge(response, registrationOf(env, who.application).clientId, serverMetadata(env))
    if (judged === 'refused by the server') return 'refusal'
    try {
      await checklist('client', PUSH_RESPONSE_CHECKS, env).apply(pushResponseValid, judged)
    } catch (error) {
      if (error instanceof OAuthError) return 'refusal'
      throw error
    }
    await env.store.update('pushes', session.key, { request_uri: judged.requestUri })
    return 'confirmation'
  },
}

async function judge(
  response: Response,
  clientId: string,
  server: oauth.AuthorizationServer,
): Promise<JudgedPush | 'refused by the server'> {
  try {
    const { request_uri } = await oauth.processPushedAuthorizationResponse(server, { client_id: clientId }, response)
    return { requestUri: request_uri, flaw: null }
  } catch (error) {
    if (error instanceof oauth.ResponseBodyError || error instanceof oauth.WWWAuthenticateChallengeError) {
      return 'refused by the server'
    }
    if (error instanceof oauth.OperationProcessingError) return { requestUri: null, flaw: error.message }
    throw error
  }
}
