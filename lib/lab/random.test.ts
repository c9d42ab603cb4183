import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { labRandom } from './random'

const block = (key: string, text: string) => createHmac('sha256', key).update(text).digest()

test('the bytes are those of HMAC-SHA256 over a counter, also for a key longer than a block', () => {
  for (const seed of ['', 'class of 2026', 'ünïcode', 'x'.repeat(64), 'y'.repeat(65)]) {
    const random = labRandom(seed, 7)
    expect(Buffer.from(random.bytes(40))).toEqual(Buffer.concat([block(seed, '7'), block(seed, '8')]).subarray(0, 40))
    expect(random.position()).toBe(9)
  }
})
