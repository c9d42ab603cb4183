import { noTokenInRedirect } from '../checks/no-token-in-redirect'
import type { AuthorizationServerEnvironment } from '../environment'
import { combination } from './combination'
import type { ResponseType } from './response-type'
import { GRANT_TYPE_OF } from './words'

/** What the authorization endpoint can answer. A new grant that begins there adds its word and its line. */
export const RESPONSE_TYPES: readonly ResponseType[] = [
  combination('code'),
  combination('token'),
  combination('id_token'),
  combination('id_token', 'token'),
  combination('code', 'id_token'),
  combination('code', 'token'),
  combination('code', 'id_token', 'token'),
]

/** Those it answers as its policy is now: tokens in the redirect only where nothing forbids them. */
export function answeredResponseTypes({
  policy,
  checksOff,
}: Pick<AuthorizationServerEnvironment, 'policy' | 'checksOff'>): ResponseType[] {
  const tokens = policy.implicit || checksOff.has(noTokenInRedirect.id)
  return RESPONSE_TYPES.filter(({ grantTypes }) => tokens || !grantTypes.includes(GRANT_TYPE_OF.token))
}

/** @param name its words sorted, as `sortWords` does */
export function findResponseType(name: string | null): ResponseType | null {
  return RESPONSE_TYPES.find((one) => one.name === name) ?? null
}
