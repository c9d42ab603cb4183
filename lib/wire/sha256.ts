/**
 * SHA-256 (FIPS 180-4), for recognising hashes of known secrets while drawing. Web Crypto only answers with a
 * promise, which a projection computed during rendering cannot wait for; nothing is protected with this.
 */
export function sha256(message: Uint8Array): Uint8Array<ArrayBuffer> {
  const state = Uint32Array.from(PRIMES.slice(0, 8), (prime) => fractionBits(prime ** (1 / 2)))
  const padded = pad(message)
  const schedule = new Uint32Array(64)
  for (let offset = 0; offset < padded.byteLength; offset += 64) {
    for (let i = 0; i < 16; i++) schedule[i] = padded.getUint32(offset + 4 * i)
    for (let i = 16; i < 64; i++) {
      const [far, near] = [at(schedule, i - 15), at(schedule, i - 2)]
      const s0 = rotate(far, 7) ^ rotate(far, 18) ^ (far >>> 3)
      const s1 = rotate(near, 17) ^ rotate(near, 19) ^ (near >>> 10)
      schedule[i] = at(schedule, i - 16) + s0 + at(schedule, i - 7) + s1
    }
    compress(state, schedule)
  }
  const digest = new DataView(new ArrayBuffer(32))
  state.forEach((word, index) => {
    digest.setUint32(4 * index, word)
  })
  return new Uint8Array(digest.buffer)
}

function compress(state: Uint32Array, schedule: Uint32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
  for (let i = 0; i < 64; i++) {
    const s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
    const one = (h + s1 + ((e & f) ^ (~e & g)) + at(ROUND_CONSTANTS, i) + at(schedule, i)) | 0
    const s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
    const two = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
    ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0]
  }
  ;[a, b, c, d, e, f, g, h].forEach((word, index) => {
    state[index] = at(state, index) + word
  })
}

/** The message, a 1 bit, zeros, and the length in bits: a multiple of 64 bytes. */
function pad(message: Uint8Array): DataView {
  const length = Math.ceil((message.length + 9) / 64) * 64
  const bytes = new Uint8Array(length)
  bytes.set(message)
  bytes[message.length] = 0x80
  const view = new DataView(bytes.buffer)
  view.setUint32(length - 8, Math.floor(message.length / 2 ** 29))
  view.setUint32(length - 4, message.length * 8)
  return view
}

const PRIMES = Array.from({ length: 312 }, (_, n) => n).filter((n) => n > 1 && !hasDivisor(n))
const ROUND_CONSTANTS = Uint32Array.from(PRIMES.slice(0, 64), (prime) => fractionBits(Math.cbrt(prime)))

function hasDivisor(n: number): boolean {
  for (let divisor = 2; divisor * divisor <= n; divisor++) if (n % divisor === 0) return true
  return false
}

/** The first 32 bits of the fractional part. */
function fractionBits(value: number): number {
  return Math.floor((value % 1) * 2 ** 32)
}

function rotate(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by))
}

function at(words: Uint32Array, index: number): number {
  return words[index] ?? 0
}
