import { type Check, checklist } from '@/lib/oauth/check'
import { parameter } from '@/lib/oauth/form'
import { tokenBelongsToClient } from '../checks/token-belongs-to-client'
import { tokenSent } from '../checks/token-sent'
import { authenticateClient, CLIENT_AUTHENTICATION_CHECKS, concerning } from '../client-authentication/authenticate'
import type { Endpoint, EndpointHandler } from '../endpoint'
import type { AuthorizationServerEnvironment } from '../environment'
import { FORM_CHECKS, readForm } from '../form-request'
import type { AuthorizationServerPolicy } from '../policy'
import { revokeGrant } from '../tokens/grants'
import { type FoundToken, findToken } from '../tokens/lookup'

export const REVOCATION_CHECKS: readonly Check<never, AuthorizationServerPolicy>[] = [
  ...FORM_CHECKS,
  ...CLIENT_AUTHENTICATION_CHECKS,
  tokenSent,
  tokenBelongsToClient,
]

const answer: EndpointHandler = async (request, env) => {
  const rules = checklist('authorization-server', concerning(request.form, REVOCATION_CHECKS), env)
  const form = readForm(request, rules)
  const client = await authenticateClient(request, form, env, rules)
  const value = parameter(form, 'token')
  await rules.apply(tokenSent, { value })
  const found = await findToken(env, value ?? '', parameter(form, 'token_type_hint'))
  if (found) {
    await rules.apply(tokenBelongsToClient, { token: found.row, client })
    await end(found, env)
  }
  return new Response(null, { status: 200, headers: { 'cache-control': 'no-store' } })
}

/** An access token ends alone; a refresh token takes with it what was made under its grant (RFC 7009, section 2.1). */
async function end(found: FoundToken, env: AuthorizationServerEnvironment): Promise<void> {
  if (found.kind === 'refresh_token') return revokeGrant(env, found.row.grant_id, 'client asked')
  if (found.row.revoked_at !== null) return
  await env.store.update('access_tokens', found.row.key, { revoked_at: env.now() })
}

/** The revocation endpoint (RFC 7009, section 2). A token nobody knows is as good as revoked: 200. */
export const revoke: Endpoint = { path: '/revoke', kind: 'api', methods: { POST: answer } }
