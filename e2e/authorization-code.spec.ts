import { expect, test } from '@playwright/test'
import { PlayerPage } from './player'

test('a student runs the whole flow by mouse, from the start page', async ({ page }) => {
  const player = new PlayerPage(page)
  await page.goto('/')
  await page.getByRole('link', { name: 'Run authorization code + PKCE now' }).click()
  await expect(player.next).toBeEnabled()
  await player.step()
  expect(player.slug(), 'two clicks from the start page to the first step').toBe('open-app')

  await player.stepTo('login-page')
  await player.screen.getByRole('button', { name: 'Sign in' }).click()
  await player.arrived(5)
  await player.stepTo('consent-page')
  await player.screen.getByRole('button', { name: /approve|allow/i }).click()
  await player.stepTo('photos-shown')
  await expect(player.screen).toContainText(/photos/i)
  await expect(player.transcript.getByRole('listitem').filter({ hasText: 'POST /token' }).first()).toBeAttached()
})

test('Back and forth make no request; reload returns to the same lab and step', async ({ page }) => {
  const player = new PlayerPage(page)
  await player.open()
  await player.stepTo('consent-page')
  const calls: string[] = []
  page.on('request', (request) => calls.push(request.url()))
  for (let press = 0; press < 5; press++) await player.back.click()
  expect(player.slug()).toBe('authorization-request')
  await player.next.click()
  await player.next.click()
  expect(player.slug()).toBe('sign-in')
  expect(calls.filter((url) => url.includes('/api/'))).toEqual([])

  await page.reload()
  await expect(player.next).toBeEnabled()
  expect(player.slug()).toBe('sign-in')
  expect(await player.count()).toBe(8)
  await page.getByRole('button', { name: 'Jump to live' }).click()
  expect(player.slug()).toBe('consent-page')
  await player.stepTo('token-response')
})

test('a shared link with ?step= opens there', async ({ page }) => {
  const player = new PlayerPage(page)
  await player.open('?step=token-request')
  expect(player.slug()).toBe('token-request')
  await expect(player.panel()).toContainText('grant_type')
})

test('a link to a step that does not exist says so, and the run can begin', async ({ page }) => {
  const player = new PlayerPage(page)
  await player.open('?step=no-such-step')
  await expect(page.getByRole('alert').filter({ hasText: 'no-such-step' })).toBeVisible()
  await player.step()
  expect(player.slug()).toBe('open-app')
  await expect(page.getByRole('alert').filter({ hasText: 'no-such-step' })).toHaveCount(0)
})

test('reload while a request lies on the wire keeps it there', async ({ page }) => {
  const player = new PlayerPage(page)
  await player.open()
  await player.stepTo('token-request')
  await page.reload()
  await expect(player.next).toBeEnabled()
  expect(player.slug()).toBe('token-request')
  await player.stepTo('token-response')
  await expect(player.panel()).toContainText('access_token')
})

test('Alice denies: the app is told access_denied and gets nothing', async ({ page }) => {
  const player = new PlayerPage(page)
  await player.open()
  await player.stepTo('consent-page')
  await player.screen.getByRole('button', { name: /deny/i }).click()
  await player.arrived(9)
  await player.stepTo('authorization-error')
  await expect(player.panel()).toContainText('access_denied')
  await player.stepTo('app-error')
  await expect(player.screen).toContainText(/denied|not allowed|refused/i)
})

test('a wrong password is content: the login page comes back with a sentence', async ({ page }) => {
  const player = new PlayerPage(page)
  await player.open()
  await player.stepTo('login-page')
  await player.screen.getByLabel(/password/i).fill('looking-glass')
  await player.screen.getByRole('button', { name: 'Sign in' }).click()
  await player.arrived(5)
  await player.step()
  await expect(player.screen).toContainText(/wrong|incorrect|not right|do not match/i)
  await player.screen.getByRole('button', { name: 'Sign in' }).click()
  await player.stepTo('consent-page')
})

test('restart gives a fresh lab', async ({ page }) => {
  const player = new PlayerPage(page)
  await player.open()
  await player.stepTo('login-page')
  await page.getByRole('button', { name: 'Restart', exact: true }).click()
  await expect(async () => expect(await player.count()).toBe(0)).toPass()
  await player.stepTo('open-app')
})

test('a lab that expired while open: a sentence, and the recording stays', async ({ page }) => {
  const player = new PlayerPage(page)
  await player.open()
  await player.stepTo('login-page')
  await page.evaluate(async () => {
    const saved = Object.entries(sessionStorage).find(([key]) => key.startsWith('grant-lab run'))
    const { lab } = JSON.parse(saved?.[1] ?? '{}')
    await fetch(`/api/labs/${lab}`, { method: 'DELETE' })
  })
  await player.next.click()
  await expect(page.getByRole('alert').filter({ hasText: /expired/ })).toBeVisible()
  await player.back.click()
  expect(await player.count()).toBe(4)
  await page.getByRole('button', { name: 'Restart', exact: true }).click()
  await player.stepTo('open-app')
})

test('options make a new run: PKCE off, public client, opaque token', async ({ page }) => {
  const player = new PlayerPage(page)
  await player.open('?pkce=off&client=public&token=opaque')
  await player.stepTo('token-request')
  await expect(player.panel()).toContainText('client_id')
  await expect(player.panel()).not.toContainText('code_verifier')
  await player.stepTo('introspection-request')
  await player.stepTo('resource-response')
})
