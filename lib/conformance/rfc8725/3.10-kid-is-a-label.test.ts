import { expect, test } from 'vitest'
import { accessToken, RESOURCE_ORIGINS, testResourceServer } from '@/lib/testing/resource-server'

test.each(['../../x', 'http://evil.test/key', "' OR 1=1 --", 'es-1\u0000', '__proto__'])(
  '[AT-08] MUST use kid for looking up only (%s)',
  async (kid) => {
    const drive = await testResourceServer()
    expect((await drive.get('/photos', await accessToken({ header: { kid } }))).status).toBe(401)
    expect(new Set(drive.sent.map(({ url }) => url))).toEqual(new Set([`${RESOURCE_ORIGINS.issuer}/jwks`]))
    expect(drive.reports.filter(({ type }) => type === 'storage')).toEqual([])
  },
)
