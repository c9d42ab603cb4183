import { expect, test } from 'vitest'
import { accessToken, testResourceServer } from '@/lib/testing/resource-server'

test.each(['at+jwt', 'application/at+jwt', 'AT+JWT'])('[AT-04] MUST accept the type %s', async (typ) => {
  const drive = await testResourceServer()
  expect((await drive.get('/photos', await accessToken({ header: { typ } }))).status).toBe(200)
})

test.each([undefined, 'JWT', 'logout+jwt', 'client-authentication+jwt'])(
  '[AT-04] MUST refuse a JWT of the type %s, an ID token for one',
  async (typ) => {
    const drive = await testResourceServer()
    expect((await drive.get('/photos', await accessToken({ header: { typ } }))).status).toBe(401)
    expect(drive.checks().find(({ verdict }) => verdict === 'failed')?.id).toBe('jwt.type')
  },
)
