import { pbkdf2 } from 'node:crypto'
import { decodeBase64Url, encodeBase64Url } from '@/lib/oauth/base64url'
import { constantTimeEqual } from './constant-time'
import type { AuthorizationServerEnvironment } from './environment'

/** Low on purpose: a lab's passwords stand in its README, and a sign-in has to stay below 5 ms. */
const ITERATIONS = 4096

/** PBKDF2-HMAC-SHA256 as `pbkdf2$iterations$salt$hash`, the last two in base64url (RFC 6819, section 5.1.4.1.3). */
export async function hashPassword(
  { random, passwordIterations = ITERATIONS }: Pick<AuthorizationServerEnvironment, 'random' | 'passwordIterations'>,
  password: string,
): Promise<string> {
  const salt = random(16)
  return `pbkdf2$${passwordIterations}$${encodeBase64Url(salt)}$${await derive(password, salt, passwordIterations)}`
}

/**
 * Whether the password is the one hashed. For an unknown user pass null: it takes as long and answers false.
 */
export async function verifyPassword(password: string, hash: string | null): Promise<boolean> {
  const [, iterations, salt, expected] = (hash ?? `pbkdf2$${ITERATIONS}$AAAAAAAAAAAAAAAAAAAAAA$`).split('$')
  const derived = await derive(password, decodeBase64Url(salt ?? ''), Number(iterations))
  return constantTimeEqual(derived, expected ?? '')
}

/** Node's own: Web Crypto's makes a key of the password first, and waits for another thread twice. */
function derive(password: string, salt: Uint8Array<ArrayBuffer>, iterations: number): Promise<string> {
  return new Promise((resolve, reject) => {
    pbkdf2(password, salt, iterations, 32, 'sha256', (error, bits) =>
      error ? reject(error) : resolve(encodeBase64Url(new Uint8Array(bits))),
    )
  })
}
