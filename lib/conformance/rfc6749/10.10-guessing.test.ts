import { expect, test } from 'vitest'
import { createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { pageName, testBrowser } from '@/lib/testing/front-channel'

test('[AUT-37] MUST make codes nobody can guess: 256 bits, never twice', async () => {
  const server = await createTestAuthorizationServer()
  const browser = testBrowser(server)
  const codes = new Set<string | null>()
  for (let index = 0; index < 1000; index += 1) codes.add((await browser.grant()).searchParams.get('code'))
  expect(codes.size).toBe(1000)
  for (const code of codes) expect(code).toMatch(/^[\w-]{43}$/)
  const characters = new Set([...codes].flatMap((code) => [...(code ?? '')]))
  expect(characters.size).toBe(64)
})

test('MUST slow down who guesses passwords, and let the user in when the wait is over', async () => {
  const server = await createTestAuthorizationServer()
  const browser = testBrowser(server)
  const page = await browser.authorize()
  for (let guess = 1; guess <= 5; guess += 1) {
    expect((await browser.login(page, 'alice', `guess ${guess}`)).status).toBe(400)
  }
  const refused = await browser.login(page)
  expect(refused.status).toBe(429)
  expect(refused.headers.get('retry-after')).toBe('60')
  expect(await pageName(refused)).toBe('login')
  expect(await (await browser.login(page, 'mallory', 'malice')).status).toBe(303)
  server.clock.advance(61)
  expect((await browser.login(page)).status).toBe(303)
})

test('the learner sees unlimited guesses where the policy sets no limit', async () => {
  const server = await createTestAuthorizationServer({ policy: { limitGuesses: false } })
  const browser = testBrowser(server)
  const page = await browser.authorize()
  for (let guess = 1; guess <= 7; guess += 1) await browser.login(page, 'alice', `guess ${guess}`)
  expect((await browser.login(page)).status).toBe(303)
})
