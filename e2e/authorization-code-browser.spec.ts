import { expect, test } from '@playwright/test'
import { createLab, labCaller } from './lab'
import { PlayerPage } from './player'

const FLOW = 'authorization-code-browser'

test('the flow by mouse: the code is redeemed by the page, and the tokens are found in its storage', async ({
  page,
}) => {
  const player = new PlayerPage(page)
  await player.open('', FLOW)
  await player.stepTo('script-response')
  await expect(player.panel()).toContainText('prepareTokenRequest')
  await player.stepTo('login-page')
  await player.screen.getByRole('button', { name: 'Sign in' }).click()
  await player.stepTo('consent-page')
  await player.screen.getByRole('button', { name: /approve|allow/i }).click()
  await player.stepTo('token-request')
  await expect(player.panel()).toContainText('code_verifier')
  await player.stepTo('token-response')
  await player.tab('Tokens & storage').click()
  await expect(player.panel()).toContainText('Session storage of http://localhost')
  await expect(player.panel()).toContainText('refresh_token')
  await player.stepTo('preflight-response')
  await player.stepTo('resource-response')
  await expect(player.screen).toContainText('Photos of alice')
})

test('the flow by keyboard, with tokens in memory', async ({ page }) => {
  const player = new PlayerPage(page)
  await player.open('?store=memory', FLOW)
  for (let press = 0; press < 50 && player.slug() !== 'resource-response'; press++) await player.press('ArrowRight')
  expect(player.slug()).toBe('resource-response')
  await player.tab('Tokens & storage').click()
  await expect(player.panel()).toContainText('Variables of the page')
})

test('a real tab: the page signs in, redeems its code across origins and shows the photos', async ({
  page,
  request,
}) => {
  const lab = await createLab(request)
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(error.message))
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()))
  await page.goto(`${lab.app}/spa/`)
  await page.getByRole('button', { name: 'Connect your photos' }).click()
  await expect(page).toHaveURL(new RegExp(`^${lab.issuer}/authorize`))
  await page.getByLabel(/user ?name/i).fill('alice')
  await page.getByLabel(/password/i).fill('wonderland')
  await page.getByRole('button', { name: /sign in/i }).click()
  await page.getByRole('button', { name: /approve|allow/i }).click()
  await expect(page.getByRole('heading', { name: /Photos of alice/i })).toBeVisible()
  await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible()
  expect(page.url(), 'the code has left the address bar').toBe(`${lab.app}/spa/`)
  const kept = await page.evaluate(() => Object.keys(sessionStorage).map((key) => key.split('.')[0]))
  expect(kept.toSorted()).toEqual(['access_token', 'refresh_token'])

  const exchanges: { from: string; outcome: string; request: { method: string; url: string; headers: string[][] } }[] =
    await (await labCaller(request, lab).get('/exchanges')).json()
  const token = exchanges.find((one) => one.request.url === `${lab.issuer}/token`)
  expect(token, 'the wire saw the page redeem it').toMatchObject({ from: 'browser', outcome: 'accepted' })
  const photos = exchanges.filter((one) => one.request.url === `${lab.resource}/photos`)
  const methods = photos.map((one) => one.request.method)
  const sameOrigin = new URL(lab.resource).origin === new URL(lab.app).origin
  expect(methods).toEqual(sameOrigin ? ['GET'] : ['OPTIONS', 'GET'])

  await page.reload()
  await expect(
    page.getByRole('heading', { name: /Photos of alice/i }),
    'sessionStorage survives a reload',
  ).toBeVisible()
  await page.getByRole('button', { name: 'Disconnect' }).click()
  await expect(page.getByRole('button', { name: 'Connect your photos' })).toBeVisible()
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0)
  expect(problems).toEqual([])
})

test('a real tab: tokens in memory are gone after a reload', async ({ page, request }) => {
  const lab = await createLab(request, { policy: { browserStorage: 'memory' } })
  await page.goto(`${lab.app}/spa/`)
  await page.getByRole('button', { name: 'Connect your photos' }).click()
  await page.getByLabel(/user ?name/i).fill('alice')
  await page.getByLabel(/password/i).fill('wonderland')
  await page.getByRole('button', { name: /sign in/i }).click()
  await page.getByRole('button', { name: /approve|allow/i }).click()
  await expect(page.getByRole('heading', { name: /Photos of alice/i })).toBeVisible()
  expect(await page.evaluate(() => sessionStorage.length + localStorage.length)).toBe(0)
  await page.reload()
  await expect(page.getByRole('button', { name: 'Connect your photos' })).toBeVisible()
})
