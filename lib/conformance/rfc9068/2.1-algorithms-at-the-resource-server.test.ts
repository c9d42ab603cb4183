import { expect, test } from 'vitest'
import { accessToken, testResourceServer } from '@/lib/testing/resource-server'

test.each(['ES256', 'RS256'] as const)('[AT-01] MUST support %s at the resource server', async (alg) => {
  const drive = await testResourceServer()
  expect((await drive.get('/photos', await accessToken({ alg }))).status).toBe(200)
})
