import { expect, test } from '@playwright/test'
import { createLab, labCaller } from './lab'
import { PlayerPage } from './player'

const FLOW = 'openid-connect'

test('by mouse: the app greets Alice by name, and refuses her access token as a login', async ({ page }) => {
  const player = new PlayerPage(page)
  await player.open('', FLOW)
  await player.stepTo('authorization-request')
  await expect(player.panel()).toContainText('nonce')
  await expect(player.panel()).toContainText('openid profile photos.read')
  await player.stepTo('token-response')
  await expect(player.panel()).toContainText('id_token')
  await player.stepTo('id-token-believed')
  await player.tab('Checks').click()
  await expect(player.panel()).toContainText(/The ID token was made for this application/)
  await player.stepTo('userinfo-response')
  await player.stepTo('photos-shown')
  await expect(player.screen).toContainText('Hello, Alice Liddell')

  await page.getByRole('button', { name: 'Use the access token as a login' }).first().click()
  await page.waitForURL(/step=access-token-login/)
  await player.stepTo('login-refused')
  await player.tab('Checks').click()
  await expect(player.panel()).toContainText(/this application is "photo-editor"/)
  await expect(player.next).toBeDisabled()
  await page.getByRole('button', { name: 'Call the API again' }).first().click()
  await page.waitForURL(/step=resource-request-2/)
  await player.stepTo('photos-shown-2')
})

test('by keyboard, without a nonce and with an opaque access token', async ({ page }) => {
  const player = new PlayerPage(page)
  await player.open('?nonce=off&token=opaque', FLOW)
  for (let press = 0; press < 40 && player.slug() !== 'id-token-believed'; press++) await player.press('ArrowRight')
  expect(player.slug()).toBe('id-token-believed')
  await page.keyboard.press('2')
  await expect(player.panel()).toContainText(/signature is genuine/)
  for (let press = 0; press < 20 && player.slug() !== 'photos-shown'; press++) await player.press('ArrowRight')
  await expect(player.screen).toContainText('Hello, Alice Liddell')
})

test('another nonce on the way: the app believes nothing and says why', async ({ page }) => {
  const player = new PlayerPage(page)
  await player.open('?step=authorization-request', FLOW)
  await page.getByRole('button', { name: 'Edit', exact: true }).click()
  await page.getByRole('textbox', { name: 'Value of nonce' }).fill('of-another-login')
  await page.getByRole('button', { name: 'Send edited' }).click()
  await player.arrived(4)
  await player.stepTo('id-token-refused')
  await player.tab('Checks').click()
  await expect(player.panel()).toContainText(/nonce "of-another-login"/)
})

test('a real browser tab signs Alice in by the same steps', async ({ page, request }) => {
  const lab = await createLab(request, { policy: { preset: 'bcp', openIdConnect: true } })
  await page.goto(`${lab.app}/login`)
  await page.getByLabel(/user ?name/i).fill('alice')
  await page.getByLabel(/password/i).fill('wonderland')
  await page.getByRole('button', { name: /sign in/i }).click()
  await expect(page.getByText('Know that it is you who signs in')).toBeVisible()
  await page.getByRole('button', { name: /approve|allow/i }).click()
  await expect(page).toHaveURL(`${lab.app}/photos`)
  await expect(page.getByRole('heading', { name: 'Hello, Alice Liddell' })).toBeVisible()

  const exchanges: { request: { url: string }; from: string }[] = await (
    await labCaller(request, lab).get('/exchanges')
  ).json()
  const own = exchanges.filter(({ from }) => from === 'client').map(({ request: { url } }) => new URL(url).pathname)
  expect(own.map((path) => path.split('/').at(-1))).toEqual(['token', 'jwks', 'userinfo', 'photos'])
})
