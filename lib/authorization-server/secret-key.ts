import { hash } from 'node:crypto'
import type { AuthorizationServerEnvironment } from './environment'

/**
 * The key a secret is kept under: its SHA-256, so that the store holds nothing a thief could present
 * (RFC 6819, section 5.1.4.1.3); the secret itself where the policy `storeTokensHashed` is off.
 */
export function secretKey(env: Pick<AuthorizationServerEnvironment, 'policy'>, secret: string): string {
  return env.policy.storeTokensHashed ? sha256(secret) : secret
}

/** In base64url. Node's own hash: Web Crypto's waits for another thread, which takes 20 times as long. */
export function sha256(text: string): string {
  return hash('sha256', text, 'base64url')
}

/** 32 random bytes: 256 bits, more than the 160 of RFC 6749, section 10.10. */
export function newSecret(env: Pick<AuthorizationServerEnvironment, 'random'>): string {
  return randomText(env, 32)
}

/** So many random bytes in base64url. */
export function randomText({ random }: Pick<AuthorizationServerEnvironment, 'random'>, bytes: number): string {
  const { buffer, byteOffset, byteLength } = random(bytes)
  return Buffer.from(buffer, byteOffset, byteLength).toString('base64url')
}
