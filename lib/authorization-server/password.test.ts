import { expect, test } from 'vitest'
import { seededRandom } from '@/lib/testing/seeded-random'
import { constantTimeEqual } from './constant-time'
import { hashPassword, verifyPassword } from './password'

const env = { random: seededRandom('password') }

test('a password is kept as a salted hash and verified against it', async () => {
  const hash = await hashPassword(env, 'wonderland')
  expect(hash).toMatch(/^pbkdf2\$\d+\$/)
  expect(hash).not.toContain('wonderland')
  expect(await hashPassword(env, 'wonderland')).not.toBe(hash)
  expect(await verifyPassword('wonderland', hash)).toBe(true)
  expect(await verifyPassword('Wonderland', hash)).toBe(false)
})

test('an unknown user has no password that works', async () => {
  expect(await verifyPassword('', null)).toBe(false)
  expect(await verifyPassword('wonderland', null)).toBe(false)
})

test('a sign-in stays below 5 ms', async () => {
  const hash = await hashPassword(env, 'wonderland')
  const begun = performance.now()
  for (let round = 0; round < 10; round += 1) await verifyPassword('wonderland', hash)
  expect((performance.now() - begun) / 10).toBeLessThan(5)
})

test('texts are compared in full', () => {
  expect(constantTimeEqual('abc', 'abc')).toBe(true)
  expect(constantTimeEqual('abc', 'abd')).toBe(false)
  expect(constantTimeEqual('abc', 'abcabc')).toBe(false)
  expect(constantTimeEqual('', '')).toBe(true)
  expect(constantTimeEqual('a', '')).toBe(false)
})
