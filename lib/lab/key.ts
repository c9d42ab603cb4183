import { createHash, timingSafeEqual } from 'node:crypto'

/** A lab keeps only the hash of its key. */
export function hashKey(key: string): string {
  return createHash('sha256').update(key).digest('base64url')
}

export function sameHash(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(one), Buffer.from(other))
}
