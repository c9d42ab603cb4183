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

test('a sign-in costs as many iterations as its hash names', async () => {
  const usual = await hashPassword(env, 'wonderland')
  const cheap = await hashPassword({ ...env, passwordIterations: 1 }, 'wonderland')
  expect(usual.split('$')[1]).toBe('4096')
  expect(cheap.split('$')[1]).toBe('1')
  expect(await verifyPassword('wonderland', cheap)).toBe(true)
  expect(await verifyPassword('wonderland', cheap.replace('$1$', '$2$'))).toBe(false)
})

test('texts are compared in full', () => {
  expect(constantTimeEqual('abc', 'abc')).toBe(true)
  expect(constantTimeEqual('abc', 'abd')).toBe(false)
  expect(constantTimeEqual('abc', 'abcabc')).toBe(false)
  expect(constantTimeEqual('', '')).toBe(true)
  expect(constantTimeEqual('a', '')).toBe(false)
})
