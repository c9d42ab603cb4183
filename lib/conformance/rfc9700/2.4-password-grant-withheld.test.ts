import { expect, test } from 'vitest'
import { outcome } from '@/lib/testing/back-channel'
import { createPasswordServer, passwordRequest } from '@/lib/testing/password-grant'

test.each(['bcp', 'oauth21', 'fapi2'] as const)(
  '[RO-05] MUST NOT offer the password grant under %s, nor advertise it',
  async (preset) => {
    const as = await createPasswordServer({ preset })
    expect(await outcome(await passwordRequest(as))).toBe('400 unsupported_grant_type')
    expect(as.checks().find(({ verdict }) => verdict === 'failed')).toMatchObject({
      id: 'grant-type-supported',
      cites: ['rfc6749-5.2'],
      hint: expect.stringContaining('RFC 9700'),
    })
    const metadata = await (await as.request('/.well-known/openid-configuration')).json()
    expect(metadata.grant_types_supported).not.toContain('password')
  },
)

test.each(['permissive', 'rfc6749'] as const)('under %s it is offered and advertised', async (preset) => {
  const as = await createPasswordServer({ preset })
  expect((await passwordRequest(as)).status).toBe(200)
  const metadata = await (await as.request('/.well-known/openid-configuration')).json()
  expect(metadata.grant_types_supported).toContain('password')
})
