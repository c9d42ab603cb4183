import { expect, test } from 'vitest'
import { createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { outcome } from '@/lib/testing/back-channel'
import { askWithAssertion, clientAssertion, PKJ } from '@/lib/testing/client-assertion'

test('[CA-20] MUST compare client_assertion_type exactly', async () => {
  const as = await createTestAuthorizationServer({ clients: [PKJ] })
  for (const client_assertion_type of [
    'urn:ietf:params:oauth:client-assertion-type:saml2-bearer',
    'urn:ietf:params:oauth:client-assertion-type:JWT-bearer',
    'urn:ietf:params:oauth:grant-type:jwt-bearer',
    '',
  ]) {
    const response = await askWithAssertion(as, await clientAssertion(), { client_assertion_type })
    expect(await outcome(response)).toBe('401 invalid_client')
  }
})

test('[CA-20] MUST refuse a client_id that is not the subject', async () => {
  const as = await createTestAuthorizationServer({ clients: [PKJ] })
  const other = await askWithAssertion(as, await clientAssertion(), { client_id: 'm2m' })
  expect(await outcome(other)).toBe('401 invalid_client')
  expect((await askWithAssertion(as, await clientAssertion(), { client_id: 'pkj' })).status).toBe(200)
})

test('[CA-20] MUST refuse an assertion type without an assertion', async () => {
  const as = await createTestAuthorizationServer({ clients: [PKJ] })
  expect(await outcome(await askWithAssertion(as, ''))).toBe('401 invalid_client')
})
