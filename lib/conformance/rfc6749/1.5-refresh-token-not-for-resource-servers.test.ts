import { expect, test } from 'vitest'
import { handleAuthorizationServer } from '@/lib/authorization-server/handler'
import { createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { challengeOf, testResourceServer } from '@/lib/testing/resource-server'

test('[RT-12] MUST NOT let a refresh token open the resource server, whatever the format of access tokens', async () => {
  for (const accessTokenFormat of ['jwt', 'opaque'] as const) {
    const as = await createTestAuthorizationServer({ policy: { accessTokenFormat } })
    const drive = await testResourceServer({ policy: { validation: 'introspect' } })
    drive.env.credentials = { clientId: 'photo-drive', clientSecret: 'photo-drive-secret' }
    drive.env.fetch = async (request) => handleAuthorizationServer(request, as.env)
    const { access_token, refresh_token } = await as.tokens()
    expect((await drive.get('/photos', access_token)).status).toBe(200)
    const refused = await drive.get('/photos', refresh_token)
    expect(refused.status).toBe(401)
    expect(challengeOf(refused).parameters.error).toBe('invalid_token')
  }
})
