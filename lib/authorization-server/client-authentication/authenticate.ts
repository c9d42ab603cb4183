import { type Check, type Checklist, without } from '@/lib/oauth/check'
import type { Parameters } from '@/lib/oauth/form'
import { allOf, type Steps, soon, wait } from '@/lib/oauth/soon'
import { assertionReadable } from '../checks/assertion-readable'
import { assertionTypeKnown } from '../checks/assertion-type-known'
import { authorizationHeaderReadable } from '../checks/authorization-header-readable'
import { clientIdSent } from '../checks/client-id-sent'
import { clientIdsAgree } from '../checks/client-ids-agree'
import { clientKnown } from '../checks/client-known'
import { clientMethodRegistered } from '../checks/client-method-registered'
import { clientSecretMatches } from '../checks/client-secret-matches'
import { credentialsNotInUri } from '../checks/credentials-not-in-uri'
import { oneAuthenticationMechanism } from '../checks/one-authentication-mechanism'
import { secretGuessesLimited } from '../checks/secret-guesses-limited'
import type { EndpointRequest } from '../endpoint'
import type { AuthorizationServerEnvironment } from '../environment'
import { countFailure, failedGuesses } from '../guesses'
import type { AuthorizationServerPolicy } from '../policy'
import { sha256 } from '../secret-key'
import type { Client } from '../tables'
import { claimedClientId, presentedMethod, presentedSecret, readAssertion, readCredentials } from './credentials'
import { wrongCredentials } from './failure'
import { ASSERTION_CHECKS, authenticateByAssertion } from './private-key-jwt'

/** How a client is authenticated, at every endpoint that clients call directly. */
export const CLIENT_AUTHENTICATION_CHECKS: readonly Check<never, AuthorizationServerPolicy>[] = [
  credentialsNotInUri,
  oneAuthenticationMechanism,
  authorizationHeaderReadable,
  assertionTypeKnown,
  assertionReadable,
  clientIdsAgree,
  clientIdSent,
  secretGuessesLimited,
  clientKnown,
  clientMethodRegistered,
  clientSecretMatches,
  ...ASSERTION_CHECKS,
]

const ONLY_WITH_ASSERTION = new Set([assertionTypeKnown, assertionReadable, ...ASSERTION_CHECKS].map(({ id }) => id))
const ONLY_WITH_SECRET = new Set(
  [authorizationHeaderReadable, secretGuessesLimited, clientSecretMatches].map(({ id }) => id),
)

/** The rulebook of one request: without the checks of a way to authenticate that it does not try. */
export function concerning(
  form: Parameters | null,
  checks: readonly Check<never, AuthorizationServerPolicy>[],
): readonly Check<never, AuthorizationServerPolicy>[] {
  const asserted = readAssertion(form ?? []) !== null
  return without(checks, asserted ? ONLY_WITH_SECRET : ONLY_WITH_ASSERTION)
}

/**
 * Finds out which client is calling (RFC 6749, section 3.2.1): a confidential client proves it with its secret or with
 * an assertion signed by its key, a public one only names itself.
 *
 * @throws OAuthError `invalid_client`, or `invalid_request` when the credentials contradict each other
 */
export const authenticateClient = soon(function* (
  { query, headers }: Pick<EndpointRequest, 'query' | 'headers'>,
  form: Parameters,
  env: AuthorizationServerEnvironment,
  rules: Checklist<AuthorizationServerPolicy>,
): Steps<Client> {
  const credentials = readCredentials(headers, form)
  rules.apply(credentialsNotInUri, query)
  rules.apply(oneAuthenticationMechanism, credentials)
  const { authorization, assertion, bodyClientId } = credentials
  if (authorization !== null) rules.apply(authorizationHeaderReadable, credentials)
  if (assertion) {
    rules.apply(assertionTypeKnown, assertion)
    rules.apply(assertionReadable, assertion)
  }
  if ((authorization !== null || assertion) && bodyClientId !== null) rules.apply(clientIdsAgree, credentials)
  const clientId = claimedClientId(credentials) ?? ''
  rules.apply(clientIdSent, { clientId })

  const secret = presentedSecret(credentials)
  const guessedAt = `client ${clientId.slice(0, 100)}`
  const presentedHash = secret === null ? null : sha256(secret)
  const [guesses, client] = yield* wait(
    allOf([secret === null ? null : failedGuesses(guessedAt, env), env.store.get('clients', clientId)]),
  )
  if (guesses !== null) rules.apply(secretGuessesLimited, guesses)
  try {
    rules.apply(clientKnown, { client, clientId })
    if (!client) throw wrongCredentials('Nothing can be done for a client nobody knows.')
    rules.apply(clientMethodRegistered, { client, method: presentedMethod(credentials) })
    if (presentedHash !== null) rules.apply(clientSecretMatches, { client, presentedHash })
    if (assertion) yield* wait(authenticateByAssertion(assertion, client, env, rules))
    return client
  } catch (error) {
    if (secret !== null) yield* wait(countFailure(guessedAt, env))
    throw error
  }
})
