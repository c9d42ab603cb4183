import type { AuthorizationServerEnvironment } from '../environment'
import { secretKey } from '../secret-key'

/** Consonants that no device writes alike and that spell no words by accident (RFC 8628, section 6.1). */
export const USER_CODE_ALPHABET = 'BCDFGHJKLMNPQRSTVWXZ'
/** 20^8 codes: with five guesses a minute, finding one that is alive takes longer than it lives (RFC 8628, section 5.1). */
const LENGTH = 8

/** A code for people, such as `WDJBMJHT`. */
export function newUserCode({ random }: Pick<AuthorizationServerEnvironment, 'random'>): string {
  const letters: string[] = []
  while (letters.length < LENGTH) {
    // Bytes that would make the first letters likelier than the others are thrown away.
    const usable = [...random(LENGTH)].filter((byte) => byte < 256 - (256 % USER_CODE_ALPHABET.length))
    letters.push(...usable.map((byte) => USER_CODE_ALPHABET[byte % USER_CODE_ALPHABET.length] ?? ''))
  }
  return letters.slice(0, LENGTH).join('')
}

/** As it is shown: `WDJB-MJHT`. */
export function displayUserCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`
}

/** As it was meant, however it was typed: case and everything that is no letter are ignored (RFC 8628, section 6.1). */
export function readUserCode(typed: string): string {
  return typed.toUpperCase().replace(/[^A-Z]/g, '')
}

/** Where a user code is found: its hash, like every other secret. */
export function userCodeKey(env: Pick<AuthorizationServerEnvironment, 'policy'>, code: string): string {
  return secretKey(env, readUserCode(code))
}
