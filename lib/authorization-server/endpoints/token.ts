import { type Check, checklist } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import { parameter } from '@/lib/oauth/form'
import { soon, wait } from '@/lib/oauth/soon'
import { grantTypeRegistered } from '../checks/grant-type-registered'
import { grantTypeSent } from '../checks/grant-type-sent'
import { grantTypeSupported } from '../checks/grant-type-supported'
import { authenticateClient, CLIENT_AUTHENTICATION_CHECKS, concerning } from '../client-authentication/authenticate'
import { concerningProof, DPOP_CHECKS, nextNonce, provenKey } from '../dpop'
import type { Endpoint, EndpointHandler } from '../endpoint'
import { FORM_CHECKS, readForm } from '../form-request'
import { GRANTS, offeredGrantTypes } from '../grants'
import type { TokenGrant } from '../grants/grant'
import type { AuthorizationServerPolicy } from '../policy'
import { json } from '../responses'

/** What every token request is checked for, before the checks of its grant. */
const COMMON_CHECKS: readonly Check<never, AuthorizationServerPolicy>[] = [
  ...FORM_CHECKS,
  ...CLIENT_AUTHENTICATION_CHECKS,
  grantTypeSent,
  grantTypeSupported,
  grantTypeRegistered,
  ...DPOP_CHECKS,
]

/** The rulebook of a token request, in order. The client is known before anything it offers is looked at. */
const TOKEN_CHECKS = new Map(GRANTS.map((grant) => [grant, [...COMMON_CHECKS, ...grant.checks]]))

export function tokenChecks(grant: TokenGrant | null): readonly Check<never, AuthorizationServerPolicy>[] {
  return (grant && TOKEN_CHECKS.get(grant)) ?? COMMON_CHECKS
}

const answer: EndpointHandler = soon(function* (request, env) {
  const grantType = parameter(request.form ?? [], 'grant_type')
  const grant = GRANTS.find((one) => one.grantType === grantType) ?? null
  const order = concerningProof(request.headers, env.policy, concerning(request.form, tokenChecks(grant)))
  const rules = checklist('authorization-server', order, env)
  const form = readForm(request, rules)
  const client = yield* wait(authenticateClient(request, form, env, rules))
  rules.apply(grantTypeSent, { grantType })
  const supported = offeredGrantTypes(env.policy)
  const withheld = grant?.withheld?.(env.policy) ?? null
  rules.apply(grantTypeSupported, { grantType: grantType ?? '', supported, withheld })
  if (!grant) throw unsupported(grantType)
  rules.apply(grantTypeRegistered, { grantType: grant.grantType, client })
  const jkt = yield* wait(provenKey(request, client, env, rules))
  const answered = yield* wait(grant.handle({ form, client, jkt }, env, rules))
  const headers = jkt === null ? {} : yield* wait(nextNonce(env))
  return json({ ...answered }, env, { headers })
})

/** The token endpoint (RFC 6749, section 3.2). */
export const token: Endpoint = { path: '/token', kind: 'api', methods: { POST: answer } }

function unsupported(grantType: string | null): OAuthError {
  return new OAuthError({
    code: 'unsupported_grant_type',
    description: `This server does not offer ${grantType ?? 'a token for nothing'}.`,
    cites: ['rfc6749-5.2'],
  })
}
