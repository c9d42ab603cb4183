import { expect, test } from 'vitest'
import { createTestAuthorizationServer, TEST_ORIGINS } from '@/lib/testing/authorization-server'
import { answerOf, authorizePath } from '@/lib/testing/front-channel'

const headers = { host: 'evil.test', 'x-forwarded-host': 'evil.test', forwarded: 'host=evil.test' }

test('[GEN-21] MUST build forms, redirects and iss from configuration, never from what the request says', async () => {
  const server = await createTestAuthorizationServer()
  const page = await server.request(authorizePath().replace(/^/, 'http://evil.test/test'), { headers })
  const text = await page.text()
  expect(text).toContain(`action="${TEST_ORIGINS.issuer}/login"`)
  expect(text).not.toContain('evil.test')
  const refused = await server.request(authorizePath({ response_type: null }), { headers })
  expect(answerOf(refused).get('iss')).toBe(TEST_ORIGINS.issuer)
})
