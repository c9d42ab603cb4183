import type { Check, Checklist } from '@/lib/oauth/check'
import { assertionAlgorithmAllowed } from '../checks/assertion-algorithm-allowed'
import { assertionAudience } from '../checks/assertion-audience'
import { assertionCurrent } from '../checks/assertion-current'
import { assertionIssuerIsClient } from '../checks/assertion-issuer-is-client'
import { assertionKeyRegistered } from '../checks/assertion-key-registered'
import { assertionSignatureGenuine } from '../checks/assertion-signature-genuine'
import { assertionTypeHeader } from '../checks/assertion-type-header'
import { assertionUnused } from '../checks/assertion-unused'
import type { AuthorizationServerEnvironment } from '../environment'
import type { AuthorizationServerPolicy } from '../policy'
import { sha256 } from '../secret-key'
import type { Client } from '../tables'
import { ASSERTION_LIFETIME, CLOCK_SKEW, type ClientAssertion } from './client-assertion'
import type { Assertion } from './credentials'

/** How an assertion is judged. Whether it was used before is asked last, so that a forged one uses nothing up. */
export const ASSERTION_CHECKS: readonly Check<never, AuthorizationServerPolicy>[] = [
  assertionAlgorithmAllowed,
  assertionTypeHeader,
  assertionKeyRegistered,
  assertionSignatureGenuine,
  assertionIssuerIsClient,
  assertionAudience,
  assertionCurrent,
  assertionUnused,
]

/**
 * Authenticates a client by its assertion (`private_key_jwt`; RFC 7523, sections 2.2 and 3).
 *
 * @throws OAuthError `invalid_client`
 */
export async function authenticateByAssertion(
  { value, jwt }: Assertion,
  client: Client,
  env: AuthorizationServerEnvironment,
  rules: Checklist<AuthorizationServerPolicy>,
): Promise<void> {
  const { header = {}, payload: claims = {} } = jwt ?? {}
  const { issuer } = env.origins
  const assertion: ClientAssertion = { value: value ?? '', header, claims, client, issuer, now: env.now() }
  await rules.apply(assertionAlgorithmAllowed, assertion)
  await rules.apply(assertionTypeHeader, assertion)
  await rules.apply(assertionKeyRegistered, assertion)
  await rules.apply(assertionSignatureGenuine, assertion)
  await rules.apply(assertionIssuerIsClient, assertion)
  await rules.apply(assertionAudience, assertion)
  await rules.apply(assertionCurrent, assertion)
  await rules.apply(assertionUnused, { ...assertion, use: (jti) => countUse(jti, assertion, env) })
}

/** Counted in one atomic step: of assertions that arrive at the same moment, one is the first. */
async function countUse(
  jti: string,
  { client, now }: ClientAssertion,
  { store }: AuthorizationServerEnvironment,
): Promise<number> {
  const expires_at = now + (ASSERTION_LIFETIME + 2 * CLOCK_SKEW) * 1000
  const key = await sha256(`${client.key} ${jti}`)
  const row = { key, client_id: client.key, uses: 1, issued_at: now, expires_at }
  return store.increment('client_assertions', row, 'uses')
}
