import { expect, test } from 'vitest'
import { basic, CALLBACK, createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { codeRequest, register } from '@/lib/testing/back-channel'

test('[GEN-13] MUST forbid caching of every answer with tokens or credentials, errors included', async () => {
  const as = await createTestAuthorizationServer()

  const tokens = await as.tokens()
  const answers = [
    await as.form('/token', await codeRequest(as), basic('web')),
    await as.form('/token', { grant_type: 'nonsense' }, basic('web')),
    await as.form('/token', await codeRequest(as), basic('web', 'wrong')),
    await as.form('/introspect', { token: tokens.access_token }, basic('photo-drive')),
    await as.form('/revoke', { token: tokens.access_token }, basic('web')),
    await register(as, { redirect_uris: [CALLBACK] }),
    await register(as, {}),
  ]
  for (const response of answers) expect(response.headers.get('cache-control')).toContain('no-store')
  for (const response of answers.slice(0, 3)) expect(response.headers.get('pragma')).toBe('no-cache')
})
