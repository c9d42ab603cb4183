import { expect, test } from 'vitest'
import { createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { authorizePath, locationOf, testBrowser } from '@/lib/testing/front-channel'

test('[AUT-33] SHOULD end redirects with a fragment of their own, so that no earlier one is attached', async () => {
  const as = await createTestAuthorizationServer({ policy: { stopFragments: true } })
  const granted = await testBrowser(as).grant()
  expect(granted.hash).toBe('#_')
  expect(granted.searchParams.get('code')).toBeTruthy()
  expect(locationOf(await as.request(authorizePath({ scope: 'nonsense' })))).toMatch(/#_$/)
})

test('a fragment that carries the answer is left as it is', async () => {
  const as = await createTestAuthorizationServer({ policy: { stopFragments: true } })
  const { hash } = await testBrowser(as).grant({ response_mode: 'fragment' })
  expect(hash).toMatch(/^#code=/)
  expect(hash).not.toContain('#_')
})
