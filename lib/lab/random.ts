import { createHmac } from 'node:crypto'

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
  let block = position
  return {
    bytes(length) {
      const out = new Uint8Array(length)
      for (let filled = 0; filled < length; block++) {
        const piece = createHmac('sha256', seed)
          .update(String(block))
          .digest()
          .subarray(0, length - filled)
        out.set(piece, filled)
        filled += piece.length
      }
      return out
    },
    position: () => block,
  }
}
