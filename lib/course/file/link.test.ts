import { expect, test } from 'vitest'
import { encodeBase64Url } from '@/lib/oauth/base64url'
import { seededRandom } from '@/lib/testing/seeded-random'
import { PLANS } from '../plans'
import { lessonDigest } from './digest'
import { LINK_LIMIT, packLesson, unpackLesson } from './link'
import { readLesson } from './read-lesson'

const [plan] = PLANS

test('every built-in lesson travels in a link', async () => {
  for (const one of PLANS) {
    const packed = await packLesson(one)
    expect(packed).toMatch(/^[A-Za-z0-9_-]+$/)
    expect(readLesson((await unpackLesson(packed ?? '')) ?? '', null)).toEqual({ plan: one })
  }
})

test('one that is too large is not packed, and no link unfolds without end', async () => {
  const random = seededRandom('a long lesson')
  const noise = () => Buffer.from(random(3000)).toString('base64url')
  const stops = Array.from({ length: 10 }, () => ({ step: 'x', note: noise() }))
  expect(plan && (await packLesson({ ...plan, stops }))).toBeNull()
  const zeros = new Blob([new Uint8Array(5_000_000)]).stream().pipeThrough(new CompressionStream('deflate-raw'))
  const bomb = encodeBase64Url(new Uint8Array(await new Response(zeros).arrayBuffer()))
  expect(bomb.length).toBeLessThan(LINK_LIMIT)
  expect(await unpackLesson(bomb)).toBeNull()
})

test('a link that was cut off or changed is none', async () => {
  const packed = (plan && (await packLesson(plan))) ?? ''
  for (const broken of ['', 'x', '%%%', packed.slice(0, -9), `A${packed}`, 'A'.repeat(LINK_LIMIT + 1)]) {
    expect(await unpackLesson(broken), broken.slice(0, 20)).toBeNull()
  }
})

test('the digest is the same in any order, and another one after a change', () => {
  const { id, ...rest } = plan ?? { id: '' }
  expect(lessonDigest({ ...rest, id })).toBe(lessonDigest(plan))
  expect(lessonDigest({ ...plan, minutes: 99 })).not.toBe(lessonDigest(plan))
  expect(lessonDigest(plan)).toMatch(/^[\w-]{12}$/)
})
