import { expect, test } from 'vitest'
import { outcome } from '@/lib/testing/back-channel'
import { createPasswordServer, passwordRequest } from '@/lib/testing/password-grant'

test('[RO-06] SHOULD give no more scope than the client is registered for: nobody was asked', async () => {
  const as = await createPasswordServer()
  expect(await outcome(await passwordRequest(as, { scope: 'photos.read photos.write' }))).toBe('400 invalid_scope')
  expect(await outcome(await passwordRequest(as, { scope: 'admin' }))).toBe('400 invalid_scope')
  expect(await outcome(await passwordRequest(as, { scope: 'photos.read  photos.read' }))).toBe('400 invalid_scope')
  expect((await as.store.dump()).access_tokens).toEqual([])
  expect((await (await passwordRequest(as, { scope: 'photos.read' })).json()).scope).toBe('photos.read')
})
