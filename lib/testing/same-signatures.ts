import type { sign as nodeSign } from 'node:crypto'

type Sign = SubtleCrypto['sign']

/**
 * For comparing two runs with the same seed: an ECDSA signature holds randomness that no seed reaches, so what was
 * signed once gets the same signature when it is signed again. What is signed here names its key (`kid` or `jwk`), so
 * equal bytes mean an equal key.
 *
 * @param sign the real one; what has not been signed yet goes there
 */
export function sameSignatures(sign: Sign): Sign {
  const known = new Map<string, Promise<ArrayBuffer>>()
  return (algorithm, key, data) => {
    const signed = Buffer.from(data as ArrayBuffer).toString('base64')
    const signature = known.get(signed) ?? sign(algorithm, key, data)
    known.set(signed, signature)
    return signature
  }
}

/** The same for Node's own `sign`, which answers at once. */
export function sameNodeSignatures(sign: typeof nodeSign): typeof nodeSign {
  const known = new Map<string, Buffer>()
  const same = (...words: [algorithm: string, data: Buffer, key: Parameters<typeof nodeSign>[2]]) => {
    const signed = words[1].toString('base64')
    const signature = known.get(signed) ?? sign(...words)
    known.set(signed, signature)
    return signature
  }
  return same as typeof nodeSign
}
