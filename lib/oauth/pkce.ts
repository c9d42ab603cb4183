import { encodeBase64Url, encodeUtf8 } from './base64url'

/** 43 to 128 unreserved characters (RFC 7636, sections 4.1 and 4.2). */
export const CODE_VERIFIER_SYNTAX = /^[A-Za-z0-9\-._~]{43,128}$/

/** An S256 challenge is the base64url of 32 bytes: always 43 characters (RFC 7636, section 4.2). */
export const S256_CHALLENGE_SYNTAX = /^[A-Za-z0-9\-_]{43}$/

/** `BASE64URL(SHA256(ASCII(code_verifier)))` (RFC 7636, section 4.2). */
export async function s256(verifier: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', encodeUtf8(verifier))
  return encodeBase64Url(new Uint8Array(digest))
}
