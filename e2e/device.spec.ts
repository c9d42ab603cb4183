import { type Browser, expect, type Locator, type Page, test } from '@playwright/test'
import { createLab, type Lab } from './lab'
import { PlayerPage } from './player'
import { closeDevices } from './presentation'

test.afterEach(closeDevices)

const FLOW = 'device'
const tv = (page: Page): Locator => page.getByRole('region', { name: 'Screen of Living Room TV' })

test('two screens, by mouse: the TV shows a code, Alice types it on her phone, the TV shows her photos', async ({
  page,
}) => {
  const player = new PlayerPage(page)
  await player.open('', FLOW)
  await player.stepTo('device-authorization-response')
  await expect(tv(page)).toContainText(/[A-Z]{4}-[A-Z]{4}/)
  const code = /[A-Z]{4}-[A-Z]{4}/.exec((await tv(page).textContent()) ?? '')?.[0] ?? ''
  await player.stepTo('still-pending')
  await expect(player.panel()).toContainText('authorization_pending')

  await player.stepTo('code-page')
  await expect(player.screen.getByLabel('Code on your device'), 'filled in from the TV').toHaveValue(code)
  await player.screen.getByRole('button', { name: 'Continue' }).click()
  await player.stepTo('login-page')
  await player.screen.getByRole('button', { name: 'Sign in' }).click()
  await player.stepTo('confirm-page')
  await expect(player.screen).toContainText(code)
  await expect(player.screen).toContainText('Living Room TV')
  await player.screen.getByRole('button', { name: 'Allow' }).click()
  await player.stepTo('approval-kept')
  await player.stepTo('resource-response')
  await expect(tv(page)).toContainText('Photos of alice')
})

test('the whole flow with the keyboard only', async ({ page }) => {
  const player = new PlayerPage(page)
  await player.open('', FLOW)
  for (let press = 0; press < 40 && player.slug() !== 'resource-response'; press++) await player.press('ArrowRight')
  expect(player.slug()).toBe('resource-response')
  await expect(tv(page)).toContainText('Photos of alice')
  await player.press('Home')
  expect(player.slug()).toBeNull()
  await expect(tv(page), 'the past shows no screen that was not there').toHaveCount(0)
})

test('the TV polls while Alice looks for her phone: too soon, in time, too late', async ({ page }) => {
  const player = new PlayerPage(page)
  await player.open('', FLOW)
  await player.stepTo('still-pending')
  await page.getByRole('button', { name: 'Poll at once' }).click()
  await player.stepTo('slow-down')
  await expect(player.panel()).toContainText('slow_down')
  await page.getByRole('button', { name: 'Poll after the interval' }).click()
  await player.stepTo('still-pending-2')

  await player.tab('Tokens & storage').click()
  for (let minutes = 0; minutes < 11; minutes++) await page.getByRole('button', { name: '+1 min' }).click()
  await page.getByRole('button', { name: 'Poll after the interval' }).click()
  await player.stepTo('code-expired')
  await expect(tv(page)).toContainText('The code has expired')
  await page.getByRole('button', { name: 'Ask for a new code' }).click()
  await player.stepTo('device-authorization-response-2')
  await expect(tv(page)).toContainText(/[A-Z]{4}-[A-Z]{4}/)
})

test('a wrong code, then a no: the TV is told access_denied', async ({ page }) => {
  const player = new PlayerPage(page)
  await player.open('', FLOW)
  await player.stepTo('code-page')
  await player.screen.getByLabel('Code on your device').fill('BBBB-BBBB')
  await player.screen.getByRole('button', { name: 'Continue' }).click()
  await player.stepTo('wrong-code')
  await expect(player.screen).toContainText('No device waits with this code')
  await player.stepTo('confirm-page')
  await player.screen.getByRole('button', { name: 'Deny' }).click()
  await player.stepTo('denial-kept')
  await player.stepTo('poll-denied')
  await expect(player.panel()).toContainText('access_denied')
  await expect(tv(page)).toContainText('You said no')
})

test.describe('in two real browsers', () => {
  test('the television goes on by itself once she has approved on her phone', async ({ page, browser, request }) => {
    const lab = await createLab(request)
    const code = await codeOnTv(page, lab)
    const phone = await openPhone(browser, lab, code.toLowerCase().replace('-', ''))
    await expect(phone.locator('body')).toContainText(code)
    await phone.getByRole('button', { name: 'Allow' }).click()
    await expect(phone.getByRole('heading')).toHaveText('Your device is connected')
    await expect(page.getByRole('heading', { name: 'Photos of alice' })).toBeVisible({ timeout: 15_000 })
    await phone.context().close()
  })

  test('the television hears of a no, and offers a new code', async ({ page, browser, request }) => {
    const lab = await createLab(request)
    const phone = await openPhone(browser, lab, await codeOnTv(page, lab))
    await phone.getByRole('button', { name: 'Deny' }).click()
    await expect(phone.getByRole('heading')).toHaveText('Your device gets nothing')
    await expect(page.getByRole('alert')).toContainText('not given access', { timeout: 15_000 })
    await page.getByRole('button', { name: 'Get a new code' }).click()
    await expect(page.locator('.user-code')).toHaveText(/^[A-Z]{4}-[A-Z]{4}$/)
    await phone.context().close()
  })
})

async function codeOnTv(page: Page, { app }: Lab): Promise<string> {
  await page.goto(`${app}/tv/`)
  await page.getByRole('button', { name: 'Connect your photos' }).click()
  await expect(page.locator('.user-code')).toHaveText(/^[A-Z]{4}-[A-Z]{4}$/)
  return (await page.locator('.user-code').textContent()) ?? ''
}

/** Another browser than the television's, up to the question. */
async function openPhone(browser: Browser, { issuer }: Lab, code: string): Promise<Page> {
  const context = await browser.newContext()
  const phone = await context.newPage()
  await phone.goto(`${issuer}/device`)
  await phone.getByLabel('Code on your device').fill(code)
  await phone.getByRole('button', { name: 'Continue' }).click()
  await phone.getByLabel(/user ?name/i).fill('alice')
  await phone.getByLabel(/password/i).fill('wonderland')
  await phone.getByRole('button', { name: /sign in/i }).click()
  return phone
}
