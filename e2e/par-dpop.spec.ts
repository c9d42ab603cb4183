import { expect, test } from '@playwright/test'
import { createLab, labCaller } from './lab'
import { PlayerPage } from './player'

const FLOW = 'par-dpop'

test('by mouse: only a reference goes through the browser, and the tokens are bound to a key', async ({ page }) => {
  const player = new PlayerPage(page)
  await player.open('', FLOW)
  await player.stepTo('par-request')
  await expect(player.panel()).toContainText('code_challenge')
  await expect(player.panel()).toContainText('dpop_jkt')
  await player.stepTo('authorization-request')
  await expect(player.panel()).toContainText('request_uri')
  await expect(player.panel()).not.toContainText('code_challenge')
  await player.stepTo('token-nonce')
  await expect(player.panel()).toContainText('use_dpop_nonce')
  await player.stepTo('token-response')
  await expect(player.panel()).toContainText('DPoP')
  await player.stepTo('resource-nonce')
  await expect(player.panel()).toContainText('use_dpop_nonce')
  await player.stepTo('photos-shown')
  await expect(player.screen).toContainText(/photos/i)
})

test('a thief with the token gets nothing: neither as a bearer, nor with another key', async ({ page }) => {
  const player = new PlayerPage(page)
  await player.open('?step=photos-page', FLOW)
  await player.stepTo('photos-shown')
  await page.getByRole('button', { name: 'Present the token as a thief' }).first().click()
  await page.waitForURL(/step=theft/)
  await expect(player.panel()).toContainText('Bearer')
  await player.stepTo('theft-refused')
  await player.tab('Checks').click()
  await expect(player.panel().getByRole('listitem').filter({ hasText: 'RFC 9449 §7.2' }).first()).toBeVisible()
  await expect(player.panel()).toContainText('sent as a bearer token')
  await page.getByRole('button', { name: 'Present it with a thief’s key' }).first().click()
  await page.waitForURL(/step=theft-with-key/)
  await player.stepTo('theft-with-key-refused')
  await expect(player.panel()).toContainText('the key of the proof')
})

test('by keyboard, opaque token, public client', async ({ page }) => {
  const player = new PlayerPage(page)
  await player.open('?token=opaque&client=public', FLOW)
  for (let press = 0; press < 60 && player.slug() !== 'photos-shown'; press++) await player.press('ArrowRight')
  expect(player.slug()).toBe('photos-shown')
})

test('the scheme changed to Bearer on the wire: the API refuses the token', async ({ page }) => {
  const player = new PlayerPage(page)
  await player.open('?step=resource-retry', FLOW)
  const before = await player.count()
  await player.tab('Message').click()
  await page.getByRole('button', { name: 'Edit', exact: true }).click()
  const field = page.getByRole('textbox', { name: 'Value of authorization' })
  await field.fill((await field.inputValue()).replace('DPoP', 'Bearer'))
  await page.getByRole('button', { name: 'Send edited' }).click()
  await player.arrived(before + 1)
  await player.stepTo('access-refused')
  await player.tab('Checks').click()
  await expect(player.panel()).toContainText('sent as a bearer token')
})

test('a real browser tab: pushed, bound and challenged, without anybody noticing', async ({ page, request }) => {
  const lab = await createLab(request, { policy: { preset: 'fapi2' } })
  const seen: string[] = []
  page.on('request', (sent) => seen.push(sent.url()))
  await page.goto(`${lab.app}/login`)
  await page.getByLabel(/user ?name/i).fill('alice')
  await page.getByLabel(/password/i).fill('wonderland')
  await page.getByRole('button', { name: /sign in/i }).click()
  await page.getByRole('button', { name: /approve|allow/i }).click()
  await expect(page).toHaveURL(`${lab.app}/photos`)
  await expect(page.getByRole('listitem').first()).toBeVisible()

  const asked = seen.find((url) => url.startsWith(`${lab.issuer}/authorize`)) ?? ''
  expect([...new URL(asked).searchParams.keys()]).toEqual(['client_id', 'request_uri'])
  const exchanges: { request: { url: string }; response: { status: number } }[] = await (
    await labCaller(request, lab).get('/exchanges')
  ).json()
  const statuses = (url: string) =>
    exchanges.filter((one) => one.request.url === url).map(({ response }) => response.status)
  expect(statuses(`${lab.issuer}/par`)).toEqual([201])
  expect(statuses(`${lab.issuer}/token`)).toEqual([400, 200])
  expect(statuses(`${lab.resource}/photos`)).toEqual([401, 200])
})
