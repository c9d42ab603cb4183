import { expect, test } from 'vitest'
import { basic, createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { codeRequest } from '@/lib/testing/back-channel'

test('[CA-15] MUST read the authentication scheme in any letter case', async () => {
  const as = await createTestAuthorizationServer()

  const authorization = basic('web').authorization.replace('Basic', 'bAsIc')
  expect((await as.form('/token', await codeRequest(as), { authorization })).status).toBe(200)
})
