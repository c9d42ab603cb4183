import { expect, test } from 'vitest'
import { CODE_VERIFIER_SYNTAX, s256 } from '@/lib/oauth/pkce'
import { CLIENT_ORIGINS, testClient } from '@/lib/testing/client'

test('[CL-08] MUST use S256 with a fresh verifier of 256 bits for every login', async () => {
  const client = await testClient()
  const asked: number[] = []
  const { random } = client.env
  client.env.random = (length) => {
    asked.push(length)
    return random(length)
  }
  const verifiers = new Set<string>()
  for (let round = 0; round < 3; round += 1) {
    const browser = client.browser()
    const { searchParams } = await browser.login()
    expect(searchParams.get('code_challenge_method')).toBe('S256')
    await browser.callback({ code: 'code-1', state: searchParams.get('state'), iss: CLIENT_ORIGINS.issuer })
    const verifier = new URLSearchParams(client.sent.at(-1)?.body).get('code_verifier') ?? ''
    expect(verifier).toMatch(CODE_VERIFIER_SYNTAX)
    expect(await s256(verifier)).toBe(searchParams.get('code_challenge'))
    verifiers.add(verifier)
  }
  expect(verifiers.size).toBe(3)
  expect(Math.min(...asked)).toBeGreaterThanOrEqual(32)
})

test('a careless application sends the verifier itself, and says so', async () => {
  const client = await testClient({ policy: { challengeMethod: 'plain' } })
  const browser = client.browser()
  const { searchParams } = await browser.login()
  expect(searchParams.get('code_challenge_method')).toBe('plain')
  await browser.callback({ code: 'code-1', state: searchParams.get('state'), iss: CLIENT_ORIGINS.issuer })
  const verifier = new URLSearchParams(client.sent.at(-1)?.body).get('code_verifier')
  expect(verifier).toBe(searchParams.get('code_challenge'))
})
