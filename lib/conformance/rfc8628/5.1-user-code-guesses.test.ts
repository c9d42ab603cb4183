import { expect, test } from 'vitest'
import { createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { deviceCodes, typeCode } from '@/lib/testing/device'
import { pageName, testBrowser } from '@/lib/testing/front-channel'

test('[DV-09] SHOULD refuse the sixth wrong code, and the right one with it, from whatever browser', async () => {
  const as = await createTestAuthorizationServer()
  const { user_code } = await deviceCodes(as)
  for (let tries = 0; tries < 5; tries++) {
    const answer = await typeCode(testBrowser(as), `BBBB-BBB${'BCDFG'[tries]}`)
    expect(answer.status).toBe(400)
    expect(await pageName(answer)).toBe('user-code')
  }
  const locked = await typeCode(testBrowser(as), user_code)
  expect(locked.status).toBe(429)
  expect(locked.headers.get('retry-after')).toBe('60')
  as.clock.advance(60)
  expect((await typeCode(testBrowser(as), user_code)).status).toBe(200)
})

test('[DV-09] SHOULD say the same of a wrong, an expired and an answered code', async () => {
  const as = await createTestAuthorizationServer()
  const expired = await deviceCodes(as)
  as.clock.advance(expired.expires_in)
  const sentences = [expired.user_code, 'BBBB-BBBB'].map(async (code) => {
    const text = await (await typeCode(testBrowser(as), code)).text()
    return /role="alert">([^<]*)/.exec(text)?.[1]
  })
  expect(new Set(await Promise.all(sentences)).size).toBe(1)
})
