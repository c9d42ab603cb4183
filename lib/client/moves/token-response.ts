import * as oauth from 'oauth4webapi'
import { checklist } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import type { Party } from '@/lib/oauth/parties'
import { TOKEN_RESPONSE_CHECKS } from '../checks'
import { type JudgedTokens, tokenResponseValid } from '../checks/token-response-valid'
import { tokenTypeKnown } from '../checks/token-type-known'
import type { ClientEnvironment } from '../environment'
import { registrationOf, serverMetadata } from '../server'
import type { ClientSession, ClientTokens } from '../tables'
import type { Who } from './move'

type Process = (server: oauth.AuthorizationServer, client: oauth.Client) => Promise<oauth.TokenEndpointResponse>

/**
 * Takes in a response of the token endpoint with oauth4webapi, and reports the application's own checks on it.
 *
 * @returns the tokens; null when the server refused the request or a check refused the response
 */
export async function judgeTokenResponse(
  env: ClientEnvironment,
  { application }: Who,
  process: Process,
  by: Party = 'client',
): Promise<oauth.TokenEndpointResponse | null> {
  const client = { client_id: registrationOf(env, application).clientId }
  const judged = await judge(() => process(serverMetadata(env), client))
  if (judged === 'refused by the server') return null
  const checks = checklist(by, TOKEN_RESPONSE_CHECKS, env)
  try {
    await checks.apply(tokenResponseValid, judged)
    await checks.apply(tokenTypeKnown, judged)
  } catch (error) {
    if (error instanceof OAuthError) return null
    throw error
  }
  return judged.tokens
}

async function judge(
  process: () => Promise<oauth.TokenEndpointResponse>,
): Promise<JudgedTokens | 'refused by the server'> {
  try {
    return { tokens: await process(), flaw: null }
  } catch (error) {
    if (error instanceof oauth.ResponseBodyError || error instanceof oauth.WWWAuthenticateChallengeError) {
      return 'refused by the server'
    }
    if (error instanceof oauth.UnsupportedOperationError) {
      return { tokens: null, flaw: { in: 'token_type', message: error.message } }
    }
    if (error instanceof oauth.OperationProcessingError) {
      return { tokens: null, flaw: { in: 'response', message: error.message } }
    }
    throw error
  }
}

/**
 * Keeps the tokens with the user they belong to and the time they expire. What the API answered before belongs
 * to older tokens and goes.
 *
 * @param before what still holds where the response says nothing (RFC 6749, sections 5.1 and 6), and the ID token,
 *   which was taken out of the response to be judged by itself
 */
export async function keepTokens(
  env: ClientEnvironment,
  session: ClientSession,
  response: oauth.TokenEndpointResponse,
  before: Pick<ClientTokens, 'refresh_token' | 'scope'> & Partial<Pick<ClientTokens, 'id_token'>>,
): Promise<void> {
  const { access_token, token_type, expires_in } = response
  const issued_at = env.now()
  const columns = {
    access_token,
    refresh_token: response.refresh_token ?? before.refresh_token,
    id_token: before.id_token ?? null,
    token_type,
    scope: response.scope ?? before.scope,
    user_name: session.user_name,
    issued_at,
    access_expires_at: expires_in === undefined ? null : issued_at + expires_in * 1000,
    expires_at: session.expires_at,
  }
  if (await env.store.get('tokens', session.key)) await env.store.update('tokens', session.key, columns)
  else await env.store.insert('tokens', { key: session.key, ...columns })
  await env.store.remove('results', session.key)
}
