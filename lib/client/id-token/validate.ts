import type { JSONWebKeySet } from 'jose'
import { type Check, checklist } from '@/lib/oauth/check'
import { decodeJwt } from '@/lib/oauth/jwt'
import { idTokenAccessTokenHash } from '../checks/id-token-access-token-hash'
import { idTokenAlgorithm } from '../checks/id-token-algorithm'
import { idTokenAudience } from '../checks/id-token-audience'
import { idTokenAuthorizedParty } from '../checks/id-token-authorized-party'
import { idTokenClaims } from '../checks/id-token-claims'
import { idTokenExpiry } from '../checks/id-token-expiry'
import { idTokenIssuedAt } from '../checks/id-token-issued-at'
import { idTokenIssuer } from '../checks/id-token-issuer'
import { idTokenNonce } from '../checks/id-token-nonce'
import { idTokenSameLogin } from '../checks/id-token-same-login'
import { idTokenSignature } from '../checks/id-token-signature'
import { idTokenWellFormed } from '../checks/id-token-well-formed'
import type { ClientEnvironment } from '../environment'
import { registrationOf } from '../server'
import type { IdTokenUnderTest } from './under-test'

/** What every ID token is checked for, however it came (OpenID Connect Core, section 3.1.3.7). */
const ALWAYS = [
  idTokenClaims,
  idTokenIssuer,
  idTokenAudience,
  idTokenAuthorizedParty,
  idTokenAlgorithm,
  idTokenSignature,
  idTokenExpiry,
  idTokenIssuedAt,
] as const satisfies readonly Check<IdTokenUnderTest, ClientEnvironment['policy']>[]

const AT_LOGIN = [...ALWAYS, idTokenNonce, idTokenAccessTokenHash] as const
const REFRESHED = [...ALWAYS, idTokenAccessTokenHash] as const

/** Who signed in. */
export interface Identity {
  /** `sub`: never reassigned, and unique at its issuer only. */
  subject: string
  /** What to call her, when she let the application know. */
  name: string | null
}

type Given = { application: string; keys: () => Promise<JSONWebKeySet> }

/**
 * Judges the ID token of a login that this application began.
 *
 * @throws OAuthError `invalid_token` by the first check that fails
 */
export async function validateIdToken(
  env: ClientEnvironment,
  token: string,
  given: Given & { nonce: string | null; accessToken: string },
): Promise<Identity> {
  const rules = checklist('client', [idTokenWellFormed, ...AT_LOGIN], env)
  await rules.apply(idTokenWellFormed, { token })
  const tested = underTest(env, token, given)
  for (const check of AT_LOGIN) await rules.apply(check, tested)
  return identityOf(tested)
}

/** The same for a token somebody presents in order to be signed in: there is no login under way to compare it with. */
export async function validatePresentedToken(env: ClientEnvironment, token: string, given: Given): Promise<Identity> {
  const rules = checklist('client', [idTokenWellFormed, ...ALWAYS], env)
  await rules.apply(idTokenWellFormed, { token })
  const tested = underTest(env, token, { ...given, nonce: null, accessToken: null })
  for (const check of ALWAYS) await rules.apply(check, tested)
  return identityOf(tested)
}

/** The same for an ID token that came with a refresh (section 12.2). */
export async function validateRefreshedIdToken(
  env: ClientEnvironment,
  token: string,
  given: Given & { accessToken: string; before: string },
): Promise<void> {
  const rules = checklist('client', [idTokenWellFormed, ...REFRESHED, idTokenSameLogin], env)
  await rules.apply(idTokenWellFormed, { token })
  const tested = underTest(env, token, { ...given, nonce: null })
  for (const check of REFRESHED) await rules.apply(check, tested)
  await rules.apply(idTokenSameLogin, { ...tested, before: decodeJwt(given.before)?.payload ?? {} })
}

function underTest(
  env: ClientEnvironment,
  token: string,
  { application, keys, nonce, accessToken }: Given & { nonce: string | null; accessToken: string | null },
): IdTokenUnderTest {
  const { header, payload } = decodeJwt(token) ?? { header: {}, payload: {} }
  const { clientId } = registrationOf(env, application)
  const { issuer } = env.origins
  return { token, header, claims: payload, issuer, clientId, nonce, accessToken, now: env.now(), keys }
}

function identityOf({ claims: { sub, name } }: IdTokenUnderTest): Identity {
  return { subject: typeof sub === 'string' ? sub : '', name: typeof name === 'string' ? name : null }
}
