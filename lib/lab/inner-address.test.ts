import { expect, test } from 'vitest'
import { createTestLab } from '@/lib/testing/lab'

test('nobody from outside reaches the inner address, on ports or under one origin', async () => {
  for (const parties of ['ports', 'path'] as const) {
    const { fetch, lab } = await createTestLab({ policy: { preset: 'permissive' } }, { parties })
    expect((await fetch(`${lab.origins.resource}/internal/status`)).status).toBe(403)
    const register = (jwks_uri: string) =>
      fetch(`${lab.origins.issuer}/register`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ redirect_uris: [`${lab.origins.attacker}/callback`], jwks_uri }),
      })
    expect(await (await register(`${lab.origins.resource}/internal/status`)).text()).toContain('drive-7.internal')
    // The network of the lab ends at its parties: neither this machine nor the world is reached.
    for (const uri of ['http://127.0.0.1:5432/', 'http://169.254.169.254/latest/meta-data/', 'file:///etc/passwd']) {
      expect(await (await register(uri)).text()).toContain('answered with nothing')
    }
  }
})
