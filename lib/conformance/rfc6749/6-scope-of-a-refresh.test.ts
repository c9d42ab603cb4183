import { expect, test } from 'vitest'
import { decodeJwt } from '@/lib/oauth/jwt'
import { createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { outcome, refresh } from '@/lib/testing/back-channel'

test('[RT-03] MUST refuse more scope than was granted at first', async () => {
  const as = await createTestAuthorizationServer()

  const { refresh_token } = await as.tokens({ scope: 'photos.read' })
  expect(await outcome(await refresh(as, refresh_token, { scope: 'photos.read photos.write' }))).toBe(
    '400 invalid_scope',
  )
  expect((await refresh(as, refresh_token)).status).toBe(200)
})

test('[RT-04] MUST narrow the access token only: the new refresh token keeps the scope granted at first', async () => {
  const as = await createTestAuthorizationServer()

  const { refresh_token } = await as.tokens({ scope: 'photos.read photos.write' })
  const narrow = await (await refresh(as, refresh_token, { scope: 'photos.read' })).json()
  expect(narrow.scope).toBe('photos.read')
  expect(decodeJwt(narrow.access_token)?.payload.scope).toBe('photos.read')
  const wide = await (await refresh(as, narrow.refresh_token)).json()
  expect(wide.scope).toBe('photos.read photos.write')
})
