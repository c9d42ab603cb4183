import { createHash } from 'node:crypto'

/** Bytes that look random and are the same in every run. */
export function seededRandom(seed: string): (length: number) => Uint8Array<ArrayBuffer> {
  let counter = 0
  return (length) => {
    const bytes = new Uint8Array(length)
    for (let offset = 0; offset < length; offset += 32) {
      counter += 1
      bytes.set(
        createHash('sha256')
          .update(`${seed} ${counter}`)
          .digest()
          .subarray(0, length - offset),
        offset,
      )
    }
    return bytes
  }
}
