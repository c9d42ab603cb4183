import { expect, test } from 'vitest'
import { decodeJwt } from '@/lib/oauth/jwt'
import { createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { accessToken, testResourceServer } from '@/lib/testing/resource-server'

test.each(['ES256', 'RS256'] as const)('[AT-01] MUST make tokens of type at+jwt, signed with %s', async (algorithm) => {
  const server = await createTestAuthorizationServer({ policy: { signingAlgorithm: algorithm } })
  const { access_token } = await server.tokens()
  expect(decodeJwt(access_token)?.header).toMatchObject({ typ: 'at+jwt', alg: algorithm })
})

test.each(['ES256', 'RS256'] as const)('[AT-01] MUST support %s at the resource server', async (alg) => {
  const drive = await testResourceServer()
  expect((await drive.get('/photos', await accessToken({ alg }))).status).toBe(200)
})
