import { expect, test } from 'vitest'
import { sampleSteps } from '@/components/testing/sample-steps'
import type { Party } from '@/lib/oauth/parties'
import { keyRings } from './key-ring'

const steps = sampleSteps(18)
const kinds = (party: Party, cursor: number) => keyRings(steps, cursor)[party].map(({ kind }) => kind)

test('nobody has anything before the first step', () => {
  expect(Object.values(keyRings(steps, 0)).flat()).toEqual([])
})

test('the receiver of a request has its secrets once it is delivered, not while it lies on the wire', () => {
  expect(kinds('authorization-server', 13)).not.toContain('code_verifier')
  expect(kinds('authorization-server', 14)).toContain('code_verifier')
})

test('the maker of a secret has it although it never sends it', () => {
  expect(kinds('client', 2)).toContain('code_verifier')
})

test('a hash of a secret gives nobody the secret', () => {
  expect(steps[1]?.carries.some(({ kind }) => kind === 'code_verifier')).toBe(true)
  expect(kinds('browser', 18)).toContain('code_challenge')
  expect(kinds('browser', 18)).not.toContain('code_verifier')
})

test('the browser sees the code, and never a token', () => {
  expect(kinds('browser', 18)).toContain('authorization_code')
  expect(kinds('browser', 18)).not.toContain('access_token')
})

test('the client never sees the password', () => {
  expect(kinds('user', 5)).toEqual(['password'])
  expect(kinds('client', 18)).not.toContain('password')
})
