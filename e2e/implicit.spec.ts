import { expect, test } from '@playwright/test'
import { createLab } from './lab'
import { PlayerPage } from './player'

test('the flow by mouse: the token is in the fragment, in the history, and gone when the script has cleaned up', async ({
  page,
}) => {
  const player = new PlayerPage(page)
  await player.open('', 'implicit')
  await player.stepTo('login-page')
  await player.screen.getByRole('button', { name: 'Sign in' }).click()
  await player.stepTo('consent-page')
  await player.screen.getByRole('button', { name: /approve|allow/i }).click()
  await player.stepTo('authorization-response')
  await expect(player.panel()).toContainText('access_token')
  await player.stepTo('callback')
  await expect(player.panel(), 'the fragment is not sent').not.toContainText('access_token')
  await player.stepTo('callback-answer')
  await player.tab('Tokens & storage').click()
  await expect(player.panel()).toContainText('#access_token=')
  await player.stepTo('preflight-request')
  await expect(player.panel()).toContainText('Session storage of')
  await player.stepTo('resource-response')
  await expect(player.screen).toContainText('Photos of alice')
})

test('the flow by keyboard', async ({ page }) => {
  const player = new PlayerPage(page)
  await player.open('?store=localStorage&address=left', 'implicit')
  for (let press = 0; press < 50 && player.slug() !== 'resource-response'; press++) await player.press('ArrowRight')
  expect(player.slug()).toBe('resource-response')
})

test('under RFC 9700 the server refuses, and the page says why', async ({ page }) => {
  const player = new PlayerPage(page)
  await player.open('?preset=bcp', 'implicit')
  await player.stepTo('authorization-error')
  await expect(player.panel()).toContainText('unsupported_response_type')
  await player.stepTo('app-error')
  await expect(player.screen).toContainText('Use response_type=code with PKCE')
})

test('a real tab: the fragment is in the address until the script cleans it, and no server sees it', async ({
  page,
  request,
}) => {
  const policy = { preset: 'rfc6749', browserGrant: 'token', leaveCallback: true }
  const lab = await createLab(request, { policy })
  const addresses: string[] = []
  page.on('framenavigated', (frame) => addresses.push(frame.url()))
  const sent: string[] = []
  page.on('request', (one) => one.isNavigationRequest() && sent.push(one.url().split('#')[0] ?? ''))
  await page.goto(`${lab.app}/spa/`)
  await page.getByRole('button', { name: 'Connect your photos' }).click()
  await page.getByLabel(/user ?name/i).fill('alice')
  await page.getByLabel(/password/i).fill('wonderland')
  await page.getByRole('button', { name: /sign in/i }).click()
  await page.getByRole('button', { name: /approve|allow/i }).click()
  await expect(page.getByRole('heading', { name: /Photos of alice/i })).toBeVisible()
  expect(addresses.some((url) => url.startsWith(`${lab.app}/spa/callback#access_token=`))).toBe(true)
  expect(sent.filter((url) => url.includes('access_token'))).toEqual([])
  expect(page.url()).toBe(`${lab.app}/spa/`)
})

test('a real tab: where nobody cleans up, the token stays in the address bar', async ({ page, request }) => {
  const lab = await createLab(request, { policy: { preset: 'rfc6749', browserGrant: 'token' } })
  await page.goto(`${lab.app}/spa/`)
  await page.getByRole('button', { name: 'Connect your photos' }).click()
  await page.getByLabel(/user ?name/i).fill('alice')
  await page.getByLabel(/password/i).fill('wonderland')
  await page.getByRole('button', { name: /sign in/i }).click()
  await page.getByRole('button', { name: /approve|allow/i }).click()
  await expect(page.getByRole('heading', { name: /Photos of alice/i })).toBeVisible()
  expect(page.url()).toContain('#access_token=')
})

test('a real tab: a server under today’s rules refuses the grant', async ({ page, request }) => {
  const lab = await createLab(request, { policy: { preset: 'bcp', browserGrant: 'token' } })
  await page.goto(`${lab.app}/spa/`)
  await page.getByRole('button', { name: 'Connect your photos' }).click()
  await expect(page.getByRole('main')).toContainText('unsupported_response_type')
})
