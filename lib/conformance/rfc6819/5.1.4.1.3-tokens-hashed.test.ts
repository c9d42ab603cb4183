import { expect, test } from 'vitest'
import { basic, createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { codeRequest } from '@/lib/testing/back-channel'

test('[TOK-09] MUST keep only hashes of codes and tokens', async () => {
  const as = await createTestAuthorizationServer()

  const request = await codeRequest(as)
  const response = await as.form('/token', request, basic('web'))
  const { access_token, refresh_token } = await response.json()
  const store = JSON.stringify(await as.store.dump())
  const commands = JSON.stringify(as.reports.filter((report) => report.type === 'storage'))
  for (const secret of [request.code, access_token, refresh_token]) {
    expect(store).not.toContain(`"${secret}"`)
    expect(commands).not.toContain(`"${secret}"`)
  }
})

test('where the policy keeps them in clear, a stolen store can be presented', async () => {
  const as = await createTestAuthorizationServer({ policy: { storeTokensHashed: false } })
  const { access_token } = await as.tokens()
  expect((await as.store.dump()).access_tokens[0]?.key).toBe(access_token)
})
