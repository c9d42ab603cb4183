import { expect, test } from 'vitest'
import { accessToken, testResourceServer } from '@/lib/testing/resource-server'

test('[RS-13] SHOULD keep answers to authorized requests out of shared caches', async () => {
  const drive = await testResourceServer()
  const response = await drive.get('/photos', await accessToken())
  expect(response.headers.get('cache-control')).toMatch(/no-store|private/)
  expect(response.headers.get('cache-control')).not.toMatch(/public|s-maxage/)
})
