import { expect, test } from 'vitest'
import { outcome } from '@/lib/testing/back-channel'
import { testBrowser } from '@/lib/testing/front-channel'
import { createPasswordServer, passwordRequest } from '@/lib/testing/password-grant'

test('[RO-03] MUST limit guesses at a password, and say when to come back', async () => {
  const as = await createPasswordServer()
  for (let guess = 1; guess <= 5; guess += 1) {
    expect(await outcome(await passwordRequest(as, { password: `guess ${guess}` }))).toBe('400 invalid_grant')
  }
  const refused = await passwordRequest(as)
  expect(await outcome(refused)).toBe('429 invalid_grant')
  expect(refused.headers.get('retry-after')).toBe('60')
  as.clock.advance(61)
  expect((await passwordRequest(as)).status).toBe(200)
})

test('[RO-03] MUST count guesses here and at the login page together', async () => {
  const as = await createPasswordServer()
  const browser = testBrowser(as)
  const page = await browser.authorize()
  for (let guess = 1; guess <= 5; guess += 1) await browser.login(page, 'alice', `guess ${guess}`)
  expect(await outcome(await passwordRequest(as))).toBe('429 invalid_grant')
})

test('the learner sees unlimited guesses where the policy sets no limit', async () => {
  const as = await createPasswordServer({ policy: { limitGuesses: false } })
  for (let guess = 1; guess <= 7; guess += 1) await passwordRequest(as, { password: `guess ${guess}` })
  expect((await passwordRequest(as)).status).toBe(200)
})
