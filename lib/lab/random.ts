import { createHash, hash } from 'node:crypto'

/**
 * A lab's source of randomness: HMAC-SHA256 over a counter. Unpredictable when the seed is; the same
 * bytes in the same order when a class wants everybody to see the same secrets.
 */
export interface LabRandom {
  bytes(length: number): Uint8Array<ArrayBuffer>
  /** How many blocks have been drawn: with the seed, the whole state. */
  position(): number
}

export function labRandom(seed: string, position = 0): LabRandom {
  const keyed = hmacSha256(seed)
  let block = position
  return {
    bytes(length) {
      const out = new Uint8Array(length)
      for (let filled = 0; filled < length; block++) {
        const piece = keyed(String(block)).subarray(0, length - filled)
        out.set(piece, filled)
        filled += piece.length
      }
      return out
    },
    position: () => block,
  }
}

/** Bytes that SHA-256 takes in at once. */
const BLOCK = 64

/**
 * HMAC-SHA256 (RFC 2104, section 2) under one key for many short texts: two plain hashes take half as long as a
 * `createHmac` for each text.
 */
export function hmacSha256(key: string): (text: string) => Buffer {
  const bytes = Buffer.from(key)
  const whole = Buffer.alloc(BLOCK)
  whole.set(bytes.length > BLOCK ? createHash('sha256').update(bytes).digest() : bytes)
  const inner = whole.map((byte) => byte ^ 0x36)
  const outer = whole.map((byte) => byte ^ 0x5c)
  return (text) =>
    hash(
      'sha256',
      Buffer.concat([outer, hash('sha256', Buffer.concat([inner, Buffer.from(text)]), 'buffer')]),
      'buffer',
    )
}
