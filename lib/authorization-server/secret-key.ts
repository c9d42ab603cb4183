import { encodeBase64Url, encodeUtf8 } from '@/lib/oauth/base64url'
import type { AuthorizationServerEnvironment } from './environment'

/**
 * The key a secret is kept under: its SHA-256, so that the store holds nothing a thief could present
 * (RFC 6819, section 5.1.4.1.3); the secret itself where the policy `storeTokensHashed` is off.
 */
export async function secretKey(env: Pick<AuthorizationServerEnvironment, 'policy'>, secret: string): Promise<string> {
  return env.policy.storeTokensHashed ? sha256(secret) : secret
}

export async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', encodeUtf8(text))
  return encodeBase64Url(new Uint8Array(digest))
}

/** 32 random bytes: 256 bits, more than the 160 of RFC 6749, section 10.10. */
export function newSecret(env: Pick<AuthorizationServerEnvironment, 'random'>): string {
  return encodeBase64Url(env.random(32))
}
