import { expect, test } from 'vitest'
import { accessToken, testResourceServer } from '@/lib/testing/resource-server'

test.each(['iss', 'exp', 'aud', 'sub', 'client_id', 'iat', 'jti'])(
  '[AT-02] MUST not be accepted without %s',
  async (claim) => {
    const drive = await testResourceServer()
    expect((await drive.get('/photos', await accessToken({ claims: { [claim]: undefined } }))).status).toBe(401)
    expect(drive.checks().find(({ verdict }) => verdict === 'failed')?.id).toBe('jwt.claims')
  },
)
