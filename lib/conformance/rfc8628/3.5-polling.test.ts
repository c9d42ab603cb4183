import { expect, test } from 'vitest'
import { createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { isActive, outcome } from '@/lib/testing/back-channel'
import { DEVICE_CODE_GRANT, decideDevice, deviceCodes, poll, pollOutcome } from '@/lib/testing/device'

test('[DV-04] MUST answer authorization_pending until the user has decided, then give tokens', async () => {
  const as = await createTestAuthorizationServer()
  const { device_code, user_code, interval } = await deviceCodes(as)
  expect(await pollOutcome(as, device_code)).toBe('400 authorization_pending')
  as.clock.advance(interval)
  expect(await pollOutcome(as, device_code)).toBe('400 authorization_pending')
  await decideDevice(as, user_code)
  const response = await poll(as, device_code)
  expect(response.headers.get('cache-control')).toBe('no-store')
  const tokens = await response.json()
  expect(tokens).toMatchObject({ token_type: 'Bearer', scope: 'photos.read', refresh_token: expect.any(String) })
  expect(await isActive(as, tokens.access_token)).toBe(true)
})

test('[DV-05] MUST answer slow_down to a poll that comes too early, and wait five seconds longer from then on', async () => {
  const as = await createTestAuthorizationServer()
  const { device_code } = await deviceCodes(as)
  const story: [wait: number, answer: string][] = [
    [0, 'authorization_pending'],
    [1, 'slow_down'],
    [5, 'slow_down'],
    [15, 'authorization_pending'],
    [14, 'slow_down'],
    [20, 'authorization_pending'],
  ]
  for (const [wait, answer] of story) {
    as.clock.advance(wait)
    expect(await pollOutcome(as, device_code)).toBe(`400 ${answer}`)
  }
})

test('[DV-06] MUST answer access_denied once the user said no', async () => {
  const as = await createTestAuthorizationServer()
  const { device_code, user_code } = await deviceCodes(as)
  await decideDevice(as, user_code, 'deny')
  expect(await pollOutcome(as, device_code)).toBe('400 access_denied')
  expect((await as.store.dump()).grants).toEqual([])
})

test('[DV-06] MUST answer expired_token once the code has expired, approved or not', async () => {
  const as = await createTestAuthorizationServer()
  const waiting = await deviceCodes(as)
  const approved = await deviceCodes(as)
  await decideDevice(as, approved.user_code)
  as.clock.advance(waiting.expires_in)
  await as.store.sweep()
  expect(await pollOutcome(as, waiting.device_code)).toBe('400 expired_token')
  expect(await pollOutcome(as, approved.device_code)).toBe('400 expired_token')
})

test('[DV-07] MUST answer invalid_grant to an unknown device code and to one of another client', async () => {
  const remote = { client_id: 'radio', token_endpoint_auth_method: 'none', grant_types: [DEVICE_CODE_GRANT] }
  const as = await createTestAuthorizationServer({ clients: [{ ...remote, redirect_uris: [] }] })
  const { device_code, user_code } = await deviceCodes(as)
  await decideDevice(as, user_code)
  expect(await pollOutcome(as, 'made-up')).toBe('400 invalid_grant')
  expect(await outcome(await poll(as, device_code, 'radio'))).toBe('400 invalid_grant')
  expect(await outcome(await as.form('/token', { grant_type: DEVICE_CODE_GRANT, client_id: 'tv' }))).toBe(
    '400 invalid_request',
  )
  expect(await pollOutcome(as, device_code), 'the foreign try used nothing up').toBe('200')
})

test('[DV-08] MUST take a device code once, also when requests race', async () => {
  const as = await createTestAuthorizationServer()
  const { device_code, user_code } = await deviceCodes(as)
  await decideDevice(as, user_code)
  const answers = await Promise.all(Array.from({ length: 20 }, () => pollOutcome(as, device_code)))
  expect(answers.filter((answer) => answer === '200')).toHaveLength(1)
  expect(new Set(answers)).toEqual(new Set(['200', '400 invalid_grant']))
})
