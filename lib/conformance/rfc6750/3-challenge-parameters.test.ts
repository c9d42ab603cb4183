import { expect, test } from 'vitest'
import { accessToken, testResourceServer } from '@/lib/testing/resource-server'

test('[RS-12] MUST name realm, scope and error at most once, in the characters allowed', async () => {
  const drive = await testResourceServer()
  const evil = 'x"; injected="\\ é\u0007'
  const responses = [
    await drive.send('/photos'),
    await drive.send('/photos', { headers: { authorization: 'Bearer "quoted"' } }),
    await drive.get('/photos', await accessToken({ claims: { scope: evil } })),
    await drive.get('/photos', await accessToken({ claims: { aud: evil } })),
    await drive.get('/photos', await accessToken({ header: { kid: evil } })),
    await drive.get('/photos', await accessToken({ header: { typ: evil } })),
  ]
  for (const response of responses) {
    const value = response.headers.get('www-authenticate') ?? ''
    expect(value).toMatch(/^Bearer (\w+="[\x20\x21\x23-\x5B\x5D-\x7E]*"(, |$))+$/)
    const names = [...value.matchAll(/(\w+)="/g)].map(([, name]) => name)
    expect(new Set(names).size).toBe(names.length)
    expect(value).not.toContain('injected')
  }
})
