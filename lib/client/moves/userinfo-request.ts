import * as oauth from 'oauth4webapi'
import { checklist } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import { USERINFO_CHECKS } from '../checks'
import { userinfoSubject } from '../checks/userinfo-subject'
import { proofOption, takeNonce } from '../dpop'
import type { ClientEnvironment } from '../environment'
import { captureWith, registrationOf, serverMetadata } from '../server'
import { type ClientMove, sessionOf } from './move'

/** Asks the authorization server about the user, with the access token (OpenID Connect Core, section 5.3.1). */
export const userinfoRequest: ClientMove = {
  to: 'authorization-server',

  async prepare(env, who) {
    const session = await sessionOf(env, who)
    const tokens = await env.store.get('tokens', session.key)
    if (!tokens) throw new Error('The application holds no access token yet.')
    const client = { client_id: registrationOf(env, who.application).clientId }
    const proof = await proofOption(env, env.origins.issuer)
    return captureWith((customFetch) =>
      oauth.userInfoRequest(serverMetadata(env), client, tokens.access_token, {
        ...proof,
        [oauth.allowInsecureRequests]: true,
        [oauth.customFetch]: customFetch,
        headers: { 'user-agent': who.application },
      }),
    )
  },

  async settle(env, who, _request, response) {
    if (await takeNonce(env, env.origins.issuer, response)) return 'nonce-demanded'
    const session = await sessionOf(env, who)
    const subject = (await env.store.get('identities', session.key))?.subject ?? null
    if (response.status >= 400) return 'refusal'
    const claims = await readClaims(env, who.application, response)
    try {
      await checklist('client', USERINFO_CHECKS, env).apply(userinfoSubject, { sub: claims?.sub ?? null, subject })
    } catch (error) {
      if (error instanceof OAuthError) return 'refusal'
      throw error
    }
    if (claims) await env.store.update('identities', session.key, profileOf(claims))
    return 'claims'
  },
}

/** The claims; null when the answer is none that oauth4webapi accepts. */
async function readClaims(env: ClientEnvironment, application: string, response: Response) {
  const client = { client_id: registrationOf(env, application).clientId }
  try {
    return await oauth.processUserInfoResponse(serverMetadata(env), client, oauth.skipSubjectCheck, response)
  } catch (error) {
    if (error instanceof oauth.OperationProcessingError || error instanceof oauth.WWWAuthenticateChallengeError) {
      return null
    }
    throw error
  }
}

/** What the application keeps of the claims; an absent one leaves what the ID token said. */
function profileOf({ name, preferred_username, email }: oauth.UserInfoResponse) {
  return {
    ...(name !== undefined && { name }),
    ...(preferred_username !== undefined && { preferred_username }),
    ...(email !== undefined && { email }),
  }
}
