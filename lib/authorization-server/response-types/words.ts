/** The words a response_type is made of, and what a client registers in `grant_types` to use each of them. */
export const GRANT_TYPE_OF = { code: 'authorization_code', id_token: 'implicit', token: 'implicit' } as const

export type Word = keyof typeof GRANT_TYPE_OF

/** The order of the words in a response_type means nothing (OAuth Multiple Response Types, section 3). */
export function sortWords(responseType: string): string {
  return responseType.split(' ').sort().join(' ')
}
