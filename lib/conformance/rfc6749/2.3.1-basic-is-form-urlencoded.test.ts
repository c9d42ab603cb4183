import { expect, test } from 'vitest'
import { basic, CALLBACK, createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { codeRequest, outcome } from '@/lib/testing/back-channel'

test('[CA-02] MUST read Basic id and secret as form-urlencoded', async () => {
  const client = { client_id: 'a:b', client_secret: 'p%&+£€ :/', redirect_uris: [CALLBACK], scope: 'photos.read' }
  const as = await createTestAuthorizationServer({ clients: [client] })
  const request = await codeRequest(as, { client_id: 'a:b' })
  const raw = Buffer.from(`${client.client_id}:${client.client_secret}`).toString('base64')
  expect(await outcome(await as.form('/token', request, { authorization: `Basic ${raw}` }))).toBe('401 invalid_client')
  expect((await as.form('/token', request, basic(client.client_id, client.client_secret))).status).toBe(200)
})
