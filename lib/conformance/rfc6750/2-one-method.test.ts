import { expect, test } from 'vitest'
import { accessToken, challengeOf, testResourceServer } from '@/lib/testing/resource-server'

test('[RS-05] SHOULD answer a token in header and body with 400 invalid_request', async () => {
  const drive = await testResourceServer()
  const token = await accessToken({ claims: { scope: 'photos.write' } })
  const body = new URLSearchParams({ access_token: token, title: 'Caterpillar' })
  const response = await drive.send('/photos', { method: 'POST', headers: { authorization: `Bearer ${token}` }, body })
  expect(response.status).toBe(400)
  expect(challengeOf(response).parameters.error).toBe('invalid_request')
})

test('[RS-05] SHOULD answer a token in header and query with 400 where the query counts', async () => {
  const drive = await testResourceServer({ policy: { tokenInQuery: 'accept' } })
  const token = await accessToken()
  const headers = { authorization: `Bearer ${token}` }
  expect((await drive.send(`/photos?access_token=${token}`, { headers })).status).toBe(400)
})

test('[RS-05] SHOULD answer a header sent twice with 400 invalid_request', async () => {
  const drive = await testResourceServer()
  const headers = new Headers()
  headers.append('authorization', `Bearer ${await accessToken()}`)
  headers.append('authorization', `Bearer ${await accessToken()}`)
  const response = await drive.send('/photos', { headers })
  expect(response.status).toBe(400)
  expect(challengeOf(response).parameters.error).toBe('invalid_request')
})

test.each(['', ' ', 'two tokens', 'quo"te', 'a=b', 'a,b'])(
  '[RS-05] SHOULD answer the malformed token "%s" with 400 invalid_request',
  async (token) => {
    const drive = await testResourceServer()
    const response = await drive.send('/photos', { headers: { authorization: `Bearer ${token}` } })
    expect(response.status).toBe(400)
    expect(challengeOf(response).parameters.error).toBe('invalid_request')
    expect(drive.sent).toEqual([])
  },
)
