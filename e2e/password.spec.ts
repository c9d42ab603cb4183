import { expect, test } from '@playwright/test'
import { createLab, labCaller } from './lab'
import { PlayerPage } from './player'

const FLOW = 'password'

test('by mouse: Alice types her password into the app, and the app is seen to have it', async ({ page }) => {
  const player = new PlayerPage(page)
  await player.open('', FLOW)
  await player.stepTo('sign-in-page')
  await expect(player.screen).toContainText('/desktop/')
  await expect(player.screen).toContainText('What you type here, the app reads.')
  await player.screen.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(/step=sign-in-at-app/)
  await player.stepTo('password-taken')
  await player.tab('Tokens & storage').click()
  await expect(player.panel()).toContainText('wonderland')
  await player.stepTo('password-request')
  await player.tab('Message').click()
  await expect(player.panel()).toContainText('grant_type')
  await player.stepTo('token-response')
  await player.tab('Tokens & storage').click()
  await player.stepTo('photos-shown')
  await expect(player.screen).toContainText('Photos of alice')
  const heads = page.getByRole('list', { name: 'Parties and the secrets they have seen' }).locator(':scope > li')
  await expect(heads.filter({ hasText: 'Drive desktop' })).toContainText(/password/i)
})

test('by keyboard, under today’s rules: refused with the reason, and the app says so', async ({ page }) => {
  const player = new PlayerPage(page)
  await player.open('?preset=bcp', FLOW)
  for (let press = 0; press < 10 && player.slug() !== 'password-refused'; press++) await player.press('ArrowRight')
  expect(player.slug()).toBe('password-refused')
  await expect(player.panel()).toContainText('unsupported_grant_type')
  await page.keyboard.press('2')
  await expect(player.panel()).toContainText('switched off by the policy')
  await expect(player.panel()).toContainText('RFC 9700')
  await player.press('ArrowRight')
  await player.press('ArrowRight')
  expect(player.slug()).toBe('app-error')
  await expect(player.screen).toContainText('You are not signed in')
})

test('a wrong password: the app asks again, and the right one works', async ({ page }) => {
  const player = new PlayerPage(page)
  await player.open('', FLOW)
  await player.stepTo('sign-in-page')
  await player.screen.getByLabel(/password/i).fill('looking-glass')
  await player.screen.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(/step=sign-in-at-app/)
  await player.stepTo('password-refused')
  await expect(player.panel()).toContainText('invalid_grant')
  await player.stepTo('sign-in-page-again')
  await expect(player.screen).toContainText('do not match')
  await player.stepTo('photos-shown')
})

test('in a real browser tab the app signs Alice in by itself, and out again', async ({ page, request }) => {
  const lab = await createLab(request, { policy: { preset: 'rfc6749' } })
  await page.goto(`${lab.app}/desktop/`)
  await page.getByLabel('Username').fill('alice')
  await page.getByLabel('Password').fill('looking-glass')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('alert')).toContainText('do not match')
  await page.getByLabel('Password').fill('wonderland')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(`${lab.app}/desktop/photos`)
  await expect(page.getByRole('heading', { name: 'Photos of alice' })).toBeVisible()
  const exposure = await (await labCaller(request, lab).get('/exposure')).json()
  const [password] = exposure.secrets.filter(({ value }: { value: string }) => value === 'wonderland')
  expect(exposure.cells).toContainEqual(
    expect.objectContaining({ holder: 'client', secret: password.id, mark: 'holds', breach: expect.anything() }),
  )
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(`${lab.app}/desktop/`)
})
