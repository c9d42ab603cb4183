import { expect, test } from 'vitest'
import { CHALLENGE, createTestAuthorizationServer, VERIFIER } from '@/lib/testing/authorization-server'
import { testBrowser } from '@/lib/testing/front-channel'

test('[PK-10] MUST make codes from which nobody can read the challenge', async () => {
  const as = await createTestAuthorizationServer()

  const answer = await testBrowser(as).grant()
  const code = answer.searchParams.get('code') ?? ''
  expect(code).toMatch(/^[\w-]{43}$/)
  const readable = `${code} ${Buffer.from(code, 'base64url').toString('latin1')}`
  expect(readable).not.toContain(CHALLENGE)
  expect(readable).not.toContain(VERIFIER)
})
