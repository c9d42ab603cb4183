import { expect, test } from 'vitest'
import { accessToken, testResourceServer } from '@/lib/testing/resource-server'

test('[RS-07] SHOULD mark an answer to a token in the query as private', async () => {
  const drive = await testResourceServer({ policy: { tokenInQuery: 'accept' } })
  const response = await drive.send(`/photos?access_token=${await accessToken()}`)
  expect(response.status).toBe(200)
  expect(response.headers.get('cache-control')).toContain('private')
})
