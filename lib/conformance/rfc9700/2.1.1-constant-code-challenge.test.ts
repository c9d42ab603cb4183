import { expect, test } from 'vitest'
import { CHALLENGE, createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { answerOf, pageName, testBrowser } from '@/lib/testing/front-channel'

test('[AUT-29] SHOULD refuse a code_challenge that an earlier code carries, where the policy looks', async () => {
  const browser = testBrowser(await createTestAuthorizationServer({ policy: { refuseReusedChallenge: true } }))
  await browser.grant()
  const again = answerOf(await browser.authorize())
  expect(again.get('error')).toBe('invalid_request')
  expect(again.get('error_description')).toContain('used before')
  const other = { client_id: 'webpost' }
  expect(await pageName(await browser.authorize(other))).toBe('consent')
  const fresh = { code_challenge: CHALLENGE.split('').reverse().join('') }
  expect(answerOf(await browser.authorize(fresh)).has('code')).toBe(true)
})
