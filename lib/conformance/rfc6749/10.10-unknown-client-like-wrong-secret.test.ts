import { expect, test } from 'vitest'
import { basic, createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { codeRequest } from '@/lib/testing/back-channel'

test('[CA-08] MUST answer alike for an unknown client and a wrong secret', async () => {
  const as = await createTestAuthorizationServer()

  const contents = async (response: Response) => [response.status, [...response.headers], await response.text()]
  const request = await codeRequest(as)
  const unknown = await as.form('/token', request, basic('nobody', 'wrong'))
  const wrong = await as.form('/token', request, basic('web', 'wrong'))
  expect(await contents(unknown)).toEqual(await contents(wrong))
})
