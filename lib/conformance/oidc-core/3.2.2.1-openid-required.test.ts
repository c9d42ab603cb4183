import { expect, test } from 'vitest'
import { answerOf, locationOf, testBrowser } from '@/lib/testing/front-channel'
import { createHybridProvider, hybridRequest, refusedHybrid, WITH_ID_TOKEN } from '@/lib/testing/hybrid'

test.each(WITH_ID_TOKEN)('[OID-01] MUST NOT answer %s without the scope openid', async (response_type) => {
  const as = await createHybridProvider()
  expect(await refusedHybrid(as, { response_type, scope: 'photos.read' })).toBe('invalid_scope')
  expect(as.checks().find(({ verdict }) => verdict === 'failed')?.id).toBe('openid-requested')
})

test.each(WITH_ID_TOKEN)('[OID-01] MUST NOT answer %s when the user left openid out', async (response_type) => {
  const as = await createHybridProvider()
  const browser = testBrowser(as)
  const login = await browser.login(await browser.authorize(hybridRequest({ response_type })))
  const answer = await browser.decide(await browser.get(locationOf(login)), 'approve', ['photos.read'])
  expect(answerOf(answer).get('error')).toBe('access_denied')
  expect(as.checks().find(({ verdict }) => verdict === 'failed')?.id).toBe('openid-approved')
})
