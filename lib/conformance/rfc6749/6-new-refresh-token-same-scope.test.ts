import { expect, test } from 'vitest'
import { createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { refresh } from '@/lib/testing/back-channel'

test('[RT-10] MUST give the new refresh token the scope of the old one', async () => {
  const as = await createTestAuthorizationServer()

  const { refresh_token } = await as.tokens({ scope: 'photos.read photos.write' })
  await refresh(as, refresh_token, { scope: 'photos.write' })
  const rows = (await as.store.dump()).refresh_tokens
  expect(rows.map((row) => row.scope)).toEqual(['photos.read photos.write', 'photos.read photos.write'])
  expect(rows.map((row) => row.used_at === null)).toEqual([false, true])
})
