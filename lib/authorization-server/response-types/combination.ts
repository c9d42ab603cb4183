import type { Parameters } from '@/lib/oauth/form'
import type { AuthorizationServerEnvironment } from '../environment'
import type { IssuedAccessToken } from '../tokens/access-token'
import { issueIdToken } from '../tokens/id-token'
import { issueCode } from './code'
import { openGrant } from './grant'
import type { Authorization, ResponseType } from './response-type'
import { issueToken } from './token'
import { GRANT_TYPE_OF, type Word } from './words'

/**
 * The response type of one or several words: the answer brings what each of them asks for (OAuth Multiple Response
 * Types, section 3).
 *
 * @param words in alphabetical order
 */
export function combination(...words: readonly Word[]): ResponseType {
  const brings = (word: Word) => words.includes(word)
  return {
    name: words.join(' '),
    grantTypes: [...new Set(words.map((word) => GRANT_TYPE_OF[word]))],
    bearsTokens: brings('token') || brings('id_token'),
    async issue(authorization, env) {
      const grantId = await openGrant(authorization, GRANT_TYPE_OF[brings('code') ? 'code' : 'token'], env)
      const code = brings('code') ? await issueCode(authorization, grantId, env) : null
      const token = brings('token') ? await issueToken(authorization, grantId, env) : null
      const beside = { code, accessToken: token?.value ?? null }
      return [
        ...(code === null ? [] : ([['code', code]] satisfies Parameters)),
        ...(token === null ? [] : tokenParameters(token, authorization.scope)),
        ...(brings('id_token') ? await idTokenParameters(authorization, beside, env) : []),
      ]
    },
  }
}

/** RFC 6749, section 4.2.2. */
function tokenParameters({ value, expiresIn }: IssuedAccessToken, scope: string): Parameters {
  return [
    ['access_token', value],
    ['token_type', 'Bearer'],
    ['expires_in', String(expiresIn)],
    ['scope', scope],
  ]
}

/** OpenID Connect Core, sections 3.2.2.5 and 3.3.2.5. */
async function idTokenParameters(
  { request: { client_id, nonce }, userId, authTime, scope }: Authorization,
  beside: { code: string | null; accessToken: string | null },
  env: AuthorizationServerEnvironment,
): Promise<Parameters> {
  const client = await env.store.get('clients', client_id)
  if (!client) throw new Error(`The client ${client_id} is gone.`)
  const { id_token } = await issueIdToken(env, { client, userId, scope, authTime, nonce, ...beside })
  return id_token === undefined ? [] : [['id_token', id_token]]
}
