import { expect, test } from 'vitest'
import { accessToken, testResourceServer } from '@/lib/testing/resource-server'

test.each(['Bearer', 'bearer', 'bEaReR'])(
  '[RS-01] MUST take a token in the Authorization header (%s)',
  async (scheme) => {
    const drive = await testResourceServer()
    expect((await drive.get('/photos', await accessToken(), scheme)).status).toBe(200)
  },
)

test('[RS-01] MUST not take another scheme for Bearer', async () => {
  const drive = await testResourceServer()
  expect((await drive.get('/photos', await accessToken(), 'Basic')).status).toBe(401)
  expect((await drive.get('/photos', await accessToken(), 'Bearerx')).status).toBe(401)
})
