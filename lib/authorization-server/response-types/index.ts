import { noTokenInRedirect } from '../checks/no-token-in-redirect'
import type { AuthorizationServerEnvironment } from '../environment'
import { code } from './code'
import type { ResponseType } from './response-type'
import { token } from './token'

/** What the authorization endpoint can answer. A new grant that begins there adds its file and its line. */
export const RESPONSE_TYPES: readonly ResponseType[] = [code, token]

/** Those it answers as its policy is now: a token in the redirect only where nothing forbids one. */
export function answeredResponseTypes({
  policy,
  checksOff,
}: Pick<AuthorizationServerEnvironment, 'policy' | 'checksOff'>): ResponseType[] {
  const tokens = policy.implicit || checksOff.has(noTokenInRedirect.id)
  return RESPONSE_TYPES.filter(({ name }) => tokens || !name.split(' ').includes('token'))
}

/** @param name its words sorted, as `sortWords` does */
export function findResponseType(name: string | null): ResponseType | null {
  return RESPONSE_TYPES.find((one) => one.name === name) ?? null
}

/** The order of the words in a response_type means nothing (OAuth Multiple Response Types, section 3). */
export function sortWords(responseType: string): string {
  return responseType.split(' ').sort().join(' ')
}
