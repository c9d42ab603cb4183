import { expect, test } from 'vitest'
import { basic, CALLBACK, createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { codeRequest, isActive } from '@/lib/testing/back-channel'

test('[AC-07] SHOULD NOT revoke for a replay that is not otherwise valid', async () => {
  const as = await createTestAuthorizationServer()

  const request = await codeRequest(as)
  const response = await as.form('/token', request, basic('web'))
  const { access_token } = await response.json()
  const replays = [
    as.form('/token', { ...request, code_verifier: 'x'.repeat(43) }, basic('web')),
    as.form('/token', { ...request, redirect_uri: `${CALLBACK}/` }, basic('web')),
    as.form('/token', request, basic('web', 'wrong')),
    as.form('/token', request, basic('other')),
  ]
  for (const replay of await Promise.all(replays)) expect(replay.status).toBeGreaterThanOrEqual(400)
  expect(await isActive(as, access_token)).toBe(true)
})
