import { expect, test } from 'vitest'
import { accessToken, challengeOf, testResourceServer } from '@/lib/testing/resource-server'

const own = { sub: 'nightly-backup', client_id: 'nightly-backup', scope: 'photos.read usage.read' }

test("[CC-04] SHOULD let a client's own token do nothing that belongs to a user", async () => {
  const rs = await testResourceServer()
  const response = await rs.get('/photos', await accessToken({ claims: own }))
  expect(response.status).toBe(403)
  expect(challengeOf(response).parameters.error).toBe('insufficient_scope')
  expect((await rs.get('/usage', await accessToken({ claims: own }))).status).toBe(200)
})

test('[CC-04] SHOULD stop a client that is called like a user', async () => {
  const rs = await testResourceServer()
  const alice = { ...own, sub: 'alice', client_id: 'alice' }
  expect((await rs.get('/photos', await accessToken({ claims: alice }))).status).toBe(403)
})
