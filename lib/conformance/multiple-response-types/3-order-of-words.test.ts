import { expect, test } from 'vitest'
import { CALLBACK } from '@/lib/testing/authorization-server'
import { askHybrid, createHybridProvider, refusedHybrid } from '@/lib/testing/hybrid'

test.each([
  ['id_token code', ['code', 'id_token']],
  ['token id_token', ['access_token', 'id_token']],
  ['token code', ['access_token', 'code']],
  ['token id_token code', ['access_token', 'code', 'id_token']],
  ['id_token code token', ['access_token', 'code', 'id_token']],
])('[AUT-14] MUST answer response_type=%s as in any other order of its words', async (response_type, brought) => {
  const answer = await askHybrid(await createHybridProvider(), { response_type })
  const secrets = ['access_token', 'code', 'id_token'].filter((name) => name in answer)
  expect(secrets).toEqual(brought)
})

test('[AUT-14] MUST read the order of words in a registration likewise', async () => {
  const client = {
    client_id: 'reversed',
    grant_types: ['authorization_code', 'implicit'],
    response_types: ['token id_token code'],
    redirect_uris: [CALLBACK],
    scope: 'openid',
  }
  const as = await createHybridProvider({ clients: [client] })
  const request = { client_id: 'reversed', scope: 'openid' }
  expect(await askHybrid(as, { ...request, response_type: 'code id_token token' })).toHaveProperty('id_token')
  expect(await refusedHybrid(as, { ...request, response_type: 'code id_token' })).toBe('unauthorized_client')
})

test('[AUT-13] MUST refuse a combination whose words the client registered one by one only', async () => {
  const client = {
    client_id: 'apart',
    grant_types: ['authorization_code', 'implicit'],
    response_types: ['code', 'id_token'],
    redirect_uris: [CALLBACK],
    scope: 'openid',
  }
  const as = await createHybridProvider({ clients: [client] })
  const response_type = 'code id_token'
  expect(await refusedHybrid(as, { client_id: 'apart', scope: 'openid', response_type })).toBe('unauthorized_client')
})
