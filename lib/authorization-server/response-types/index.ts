import { code } from './code'
import type { ResponseType } from './response-type'

/** What the authorization endpoint can answer. A new grant that begins there adds its file and its line. */
export const RESPONSE_TYPES: readonly ResponseType[] = [code]

/** @param name its words sorted, as `sortWords` does */
export function findResponseType(name: string | null): ResponseType | null {
  return RESPONSE_TYPES.find((one) => one.name === name) ?? null
}

/** The order of the words in a response_type means nothing (OAuth Multiple Response Types, section 3). */
export function sortWords(responseType: string): string {
  return responseType.split(' ').sort().join(' ')
}
