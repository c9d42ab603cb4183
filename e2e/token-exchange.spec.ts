import { expect, test } from '@playwright/test'
import { createLab, labCaller } from './lab'
import { PlayerPage } from './player'

const FLOW = 'token-exchange'
const PARTIES = ['Alice', 'Browser', 'Photo app', 'Print shop', 'Auth server', 'Photos API']

test('by mouse: a token for the shop becomes one for the drive, narrower and with its actor', async ({ page }) => {
  const player = new PlayerPage(page)
  await page.goto('/flows')
  await page.getByRole('link', { name: 'Token exchange' }).first().click()
  await expect(player.next).toBeEnabled()
  const heads = page.getByRole('list', { name: 'Parties and the secrets they have seen' }).locator(':scope > li')
  await expect(heads).toHaveCount(PARTIES.length)
  for (const [at, name] of PARTIES.entries()) await expect(heads.nth(at)).toContainText(name)

  await player.stepTo('authorization-request')
  await expect(player.panel()).toContainText('resource')
  await player.stepTo('order-request')
  await expect(player.panel()).toContainText('/print/orders')
  await player.stepTo('exchange-request')
  await expect(player.panel()).toContainText('subject_token')
  await player.stepTo('exchange-response')
  await expect(player.panel()).toContainText('issued_token_type')
  await expect(player.panel()).toContainText('photos.read')
  await player.stepTo('print-photos-response')
  await player.stepTo('prints-ordered')
  await expect(player.screen).toContainText(/prints are ordered/i)
})

test('by keyboard: pressing Next is enough, and the checks say for whom the token was made', async ({ page }) => {
  const player = new PlayerPage(page)
  await player.open('?token=opaque', FLOW)
  for (let press = 0; press < 60 && player.slug() !== 'exchange-response'; press++) await player.press('ArrowRight')
  expect(player.slug()).toBe('exchange-response')
  await page.keyboard.press('2')
  await expect(player.panel()).toContainText(/made for the service that exchanges it/)
  for (let press = 0; press < 20 && player.slug() !== 'prints-ordered'; press++) await player.press('ArrowRight')
  expect(player.slug()).toBe('prints-ordered')
})

test('the shop wants more than it was given: refused each time, and why', async ({ page }) => {
  const player = new PlayerPage(page)
  await player.open('?step=prints-page', FLOW)
  await player.stepTo('prints-ordered')
  const attempts = [
    ['Ask for more scope', 'wider-exchange', /invalid_scope/],
    ['Ask for another API', 'elsewhere-exchange', /invalid_target/],
    ['Exchange a stray token', 'stray-exchange', /invalid_request/],
    ['Let a public app try', 'public-exchange', /unauthorized_client/],
  ] as const
  for (const [button, step, code] of attempts) {
    await page.getByRole('button', { name: button }).first().click()
    await page.waitForURL(new RegExp(`step=${step}$`))
    await player.stepTo(`${step}-refused`)
    await expect(player.panel()).toContainText(code)
  }
})

test('what Alice’s access was worth ends with it', async ({ page }) => {
  const player = new PlayerPage(page)
  await player.open('?step=prints-page', FLOW)
  await player.stepTo('prints-ordered')
  await page.getByRole('button', { name: 'Revoke the access' }).first().click()
  await page.waitForURL(/step=revocation-request/)
  await player.stepTo('revocation-response')
  await page.getByRole('button', { name: 'Exchange the token again' }).first().click()
  await page.waitForURL(/step=exchange-request-2/)
  await player.stepTo('exchange-refused')
  await expect(player.panel()).toContainText('invalid_request')
})

test('where any exchange is allowed, the shop gets in elsewhere', async ({ page }) => {
  const player = new PlayerPage(page)
  await player.open('?exchange=any&step=prints-page', FLOW)
  await player.stepTo('prints-ordered')
  await page.getByRole('button', { name: 'Ask for another API' }).first().click()
  await page.waitForURL(/step=elsewhere-exchange$/)
  await player.stepTo('elsewhere-exchange-granted')
})

test('in a real browser tab, Alice orders prints and the shop fetches her photos', async ({ page, request }) => {
  const lab = await createLab(request)
  await page.goto(lab.app)
  await page.getByRole('link', { name: 'Order prints' }).click()
  await page.getByLabel(/user ?name/i).fill('alice')
  await page.getByLabel(/password/i).fill('wonderland')
  await page.getByRole('button', { name: /sign in/i }).click()
  await page.getByRole('button', { name: /approve|allow/i }).click()
  await expect(page).toHaveURL(`${lab.app}/prints`)
  await expect(page.locator('body')).toContainText(/prints are ordered/i)

  const exchanges = await (await labCaller(request, lab).get('/exchanges')).json()
  const drive = exchanges.find((one: { request: { url: string } }) => one.request.url === `${lab.resource}/photos`)
  expect(drive).toMatchObject({ from: 'service', to: 'resource-server', outcome: 'accepted' })
})
