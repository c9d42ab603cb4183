import { expect, test } from 'vitest'
import { accessToken, testResourceServer } from '@/lib/testing/resource-server'

test('[RS-10] MUST decide by what each request does: a token for reading does not write', async () => {
  const drive = await testResourceServer()
  const token = await accessToken()
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const write = { method: 'POST', headers, body: '{"title":"Caterpillar"}' }
  expect((await drive.get('/photos', token)).status).toBe(200)
  expect((await drive.send('/photos', write)).status).toBe(403)
  expect((await drive.get('/usage', token)).status).toBe(403)
  expect((await drive.store.dump()).photos).toHaveLength(9)
})

test('[RS-10] MUST not give a user the photos of another', async () => {
  const drive = await testResourceServer()
  const { photos } = await (await drive.get('/photos', await accessToken({ claims: { sub: 'mallory' } }))).json()
  expect(photos).toEqual([])
})
