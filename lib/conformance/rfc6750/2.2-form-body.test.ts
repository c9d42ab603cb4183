import { expect, test } from 'vitest'
import { handleResourceServer } from '@/lib/resource-server/handler'
import { accessToken, testResourceServer } from '@/lib/testing/resource-server'

const form = { 'content-type': 'application/x-www-form-urlencoded' }

test('[RS-08] MAY take a token from an urlencoded POST body', async () => {
  const drive = await testResourceServer()
  const token = await accessToken({ claims: { scope: 'photos.write' } })
  const body = `access_token=${token}&title=Caterpillar`
  expect((await drive.send('/photos', { method: 'POST', headers: form, body })).status).toBe(201)
})

test('[RS-08] MUST not look for a token in a body of another media type', async () => {
  const drive = await testResourceServer()
  const token = await accessToken({ claims: { scope: 'photos.write' } })
  for (const type of ['text/plain', 'application/json', 'multipart/form-data; boundary=x']) {
    const headers = { 'content-type': type }
    const response = await drive.send('/photos', { method: 'POST', headers, body: `access_token=${token}&title=x` })
    expect(response.status).toBe(401)
  }
})

test('[RS-08] MUST not look for a token in the body of a GET', async () => {
  const drive = await testResourceServer()
  const request = new Request(`${drive.env.origins.resource}/photos`, { headers: form })
  Object.defineProperty(request, 'body', {
    value: new Response(`access_token=${await accessToken()}`).body,
  })
  expect((await handleResourceServer(request, drive.env)).status).toBe(401)
})
