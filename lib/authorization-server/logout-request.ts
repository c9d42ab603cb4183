import { errors, importJWK, type JWTHeaderParameters, jwtVerify } from 'jose'
import type { Checklist } from '@/lib/oauth/check'
import { type Parameters, parameter } from '@/lib/oauth/form'
import { logoutClientAgrees } from './checks/logout-client-agrees'
import { logoutHintGenuine } from './checks/logout-hint-genuine'
import { logoutRedirectRegistered } from './checks/logout-redirect-registered'
import type { AuthorizationServerEnvironment } from './environment'
import type { AuthorizationServerPolicy } from './policy'

/** What a client asks for when it sends the browser here to be signed out (RP-Initiated Logout, section 2). */
export const LOGOUT_REQUEST_CHECKS = [logoutHintGenuine, logoutClientAgrees, logoutRedirectRegistered]

/** Where the browser goes afterwards, and what is said to whom. */
export interface LogoutDestination {
  clientId: string
  redirectUri: string
  state: string | null
  /** False for a client that registered itself. */
  trusted: boolean
}

/** Names that make a request one of a client's. */
const PARAMETERS = ['id_token_hint', 'client_id', 'post_logout_redirect_uri']

export function isLogoutRequest(parameters: Parameters): boolean {
  return PARAMETERS.some((name) => parameter(parameters, name) !== null)
}

/**
 * @returns null when the client asks for no redirect
 * @throws OAuthError for the user, never redirected
 */
export async function readLogoutRequest(
  parameters: Parameters,
  checks: Checklist<AuthorizationServerPolicy>,
  env: AuthorizationServerEnvironment,
): Promise<LogoutDestination | null> {
  const sent = parameter(parameters, 'id_token_hint')
  const hint = sent === null ? null : await readHint(sent, env)
  if (sent !== null) await checks.apply(logoutHintGenuine, { hint, issuer: env.origins.issuer })
  const named = parameter(parameters, 'client_id')
  await checks.apply(logoutClientAgrees, { clientId: named, audience: hint?.aud ?? null })
  const redirectUri = parameter(parameters, 'post_logout_redirect_uri')
  if (redirectUri === null) return null
  const clientId = named ?? hint?.aud ?? null
  const client = clientId === null ? null : await env.store.get('clients', clientId)
  await checks.apply(logoutRedirectRegistered, { redirectUri, client })
  if (clientId === null) return null
  return { clientId, redirectUri, state: parameter(parameters, 'state'), trusted: client?.trusted ?? false }
}

export function destinationUrl({ redirectUri, state }: LogoutDestination): string {
  const url = new URL(redirectUri)
  if (state !== null) url.searchParams.append('state', state)
  return url.href
}

/** An ID token of this server, expired or not (its clock is never asked); null when it is none. */
async function readHint(token: string, env: AuthorizationServerEnvironment): Promise<{ aud: string } | null> {
  const keys = await env.keys.keys()
  const keyOf = ({ kid, alg }: JWTHeaderParameters) => {
    const signer = keys.find((key) => key.kid === kid && key.alg === alg)
    if (!signer) throw new errors.JWKSNoMatchingKey()
    return importJWK({ ...signer.publicJwk, kty: signer.publicJwk.kty ?? '' }, signer.alg)
  }
  try {
    const expected = { issuer: env.origins.issuer, typ: 'JWT', currentDate: new Date(0) }
    const { payload } = await jwtVerify(token, keyOf, expected)
    return typeof payload.aud === 'string' ? { aud: payload.aud } : null
  } catch (error) {
    if (error instanceof errors.JOSEError) return null
    throw error
  }
}
