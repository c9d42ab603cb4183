import { expect, test } from '@playwright/test'
import { overflow } from './axe'
import { PlayerPage } from './player'

const FLOW = 'client-credentials'
const PARTIES = ['Nightly backup', 'Auth server', 'Photos API']

test('by mouse: the job counts, and users’ photos stay closed to it', async ({ page }) => {
  const player = new PlayerPage(page)
  await page.goto('/flows')
  await page.getByRole('link', { name: 'Client credentials' }).first().click()
  await expect(player.next).toBeEnabled()
  const heads = page.getByRole('list', { name: 'Parties and the secrets they have seen' }).locator(':scope > li')
  await expect(heads).toHaveCount(PARTIES.length)
  for (const [at, name] of PARTIES.entries()) await expect(heads.nth(at)).toContainText(name)

  await player.stepTo('token-request')
  await expect(player.panel()).toContainText('client_credentials')
  await player.stepTo('usage-response')
  await expect(player.panel()).toContainText('bytes')
  await player.stepTo('photos-refused')
  await player.tab('Checks').click()
  await expect(player.panel()).toContainText('The token speaks for a user, not for a client on its own behalf.')
  await expect(player.screen).toBeHidden()
  await expect(player.next).toBeDisabled()
})

test('by keyboard, with a key: the assertion is signed, shown and checked', async ({ page }) => {
  const player = new PlayerPage(page)
  await player.open('?auth=private_key_jwt', FLOW)
  await player.press('ArrowRight')
  expect(player.slug()).toBe('token-request')
  await expect(player.panel()).toContainText('client_assertion')
  await expect(player.panel()).not.toContainText('client_secret')
  await player.press('ArrowRight')
  await page.keyboard.press('2')
  await expect(player.panel()).toContainText(/verifies with the registered key/)
  for (let press = 0; press < 20 && player.slug() !== 'photos-refused'; press++) await player.press('ArrowRight')
  expect(player.slug()).toBe('photos-refused')
})

test('bound to a key: each server wants its nonce, and a proof goes along with every request', async ({ page }) => {
  const player = new PlayerPage(page)
  await player.open('', FLOW)
  await page.getByRole('button', { name: 'Options' }).click()
  await page.getByLabel('Token bound to').selectOption('A key (DPoP)')
  await expect(page).toHaveURL(/bound=dpop/)
  await expect(player.next).toBeEnabled()
  await player.stepTo('token-nonce')
  await expect(player.panel()).toContainText('use_dpop_nonce')
  await player.stepTo('token-retry')
  await expect(page.getByRole('heading', { name: '3. The job asks again, with a new proof' })).toBeVisible()
  await player.stepTo('usage-nonce')
  await player.stepTo('usage-response')
  await player.stepTo('photos-refused')
  await expect(player.next).toBeDisabled()
})

test('the token expires by a click, and the job asks for another one; then it gives it back', async ({ page }) => {
  const player = new PlayerPage(page)
  await player.open('?step=photos-request&token=opaque', FLOW)
  await player.stepTo('photos-refused')
  await player.tab('Tokens & storage').click()
  await page.getByRole('region', { name: 'The lab’s clock' }).getByRole('button', { name: 'To expiry' }).click()
  await page.getByRole('button', { name: 'Call the API again' }).click()
  await page.waitForURL(/step=usage-request-2/)
  await player.stepTo('usage-refused')
  await page.getByRole('button', { name: 'Ask for a new token' }).first().click()
  await page.waitForURL(/step=token-request-2/)
  await player.stepTo('token-response-2')
  await player.stepTo('photos-refused-2')
  await page.getByRole('button', { name: 'Revoke the access' }).first().click()
  await page.waitForURL(/step=revocation-request/)
  await player.stepTo('revocation-response')
  await player.stepTo('usage-refused-2')
})

test('a request for more than was registered is refused in plain words', async ({ page }) => {
  const player = new PlayerPage(page)
  await player.open('?step=token-request', FLOW)
  await page.getByRole('button', { name: 'Edit', exact: true }).click()
  await page.getByRole('textbox', { name: 'Value of scope' }).fill('usage.read photos.read')
  await page.getByRole('button', { name: 'Send edited' }).click()
  await player.arrived(2)
  await player.stepTo('token-refused')
  await player.tab('Checks').click()
  await expect(player.panel()).toContainText(/invalid_scope/)
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

  test('three parties stand at the top, and the transcript tells the flow', async ({ page }) => {
    const player = new PlayerPage(page)
    await player.open('', FLOW)
    await player.stepTo('photos-refused')
    await expect(page.getByRole('list', { name: 'Parties', exact: true }).locator(':scope > li')).toHaveCount(3)
    expect(await overflow(page), 'no sideways scrolling').toBeLessThanOrEqual(0)
  })
})
