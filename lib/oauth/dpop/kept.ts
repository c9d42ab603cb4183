import { encodeBase64Url } from '../base64url'
import type { Soon } from '../soon'

/** How long a nonce is taken, and after what part of that time a new one is given out; milliseconds. */
const NONCE_LIFETIME = 5 * 60 * 1000
const NONCE_RENEWAL = 60 * 1000

interface Timed {
  key: string
  /** Milliseconds. */
  issued_at: number
  expires_at: number
}

/** What a server has to remember to judge proofs: in its own store. */
export interface ProofMemory {
  now(): number
  random(length: number): Uint8Array
  /** Nonces that were given out. */
  nonces(): Soon<readonly Timed[]>
  keepNonce(nonce: Timed): Soon<void>
  /** Counts, atomically, how often a proof was shown. */
  countProof(proof: Timed & { times: number }): Soon<number>
}

/** The nonce that is being given out: 128 random bits, renewed long before it expires (RFC 9449, section 8). */
export async function currentNonce(memory: ProofMemory): Promise<string> {
  const now = memory.now()
  const given = (await memory.nonces()).find(({ issued_at }) => issued_at > now - NONCE_RENEWAL)
  if (given) return given.key
  const key = encodeBase64Url(memory.random(16))
  await memory.keepNonce({ key, issued_at: now, expires_at: now + NONCE_LIFETIME })
  return key
}

export async function nonceKnown(memory: ProofMemory, nonce: string): Promise<boolean> {
  return (await memory.nonces()).some(({ key, expires_at }) => key === nonce && expires_at > memory.now())
}
