import { expect, type Page, test } from '@playwright/test'
import { overflow, violations } from './axe'
import { PlayerPage } from './player'

const table = (page: Page) => page.getByRole('table', { name: /Who has had which secret/ })
const cell = (page: Page, name: RegExp) => table(page).getByRole('button', { name })

test('authorization code: nobody but the servers had the token, and the code’s way can be followed', async ({
  page,
}) => {
  const player = new PlayerPage(page)
  await player.open('?step=token-response')
  await player.stepTo('photos-shown')
  await player.tab('Exposure').click()
  await expect(player.panel()).toContainText(
    'Nobody but the app, the auth server and the photos API ever held the access token.',
  )
  const row = table(page).getByRole('row', { name: /^Browser/ })
  await expect(row.getByRole('button', { name: /access token/ })).toHaveCount(0)
  await cell(page, /^Browser, code: handed it on: since step 10, front channel, in the URL/).click()
  await expect.poll(() => player.slug()).toBe('authorization-response')
  await expect(player.panel(), 'the ledger as it stood then').not.toContainText('access token')

  await page.keyboard.press('End')
  await player.panel().getByLabel('Only what should not be').check()
  await expect(player.panel()).toContainText('Nothing is where it should not be')
})

test('implicit: the token stands in the history, and the cell leads to the message that put it there', async ({
  page,
}) => {
  const player = new PlayerPage(page)
  await player.open('?address=left&step=resource-request', 'implicit')
  await player.stepTo('resource-response')
  await player.tab('Exposure').click()
  await expect(player.panel()).toContainText(
    'The access token stands in the browser history and was in the URL of a message.',
  )
  await expect(cell(page, /^Page script, access token: can read it/)).toBeVisible()
  await player.panel().getByLabel('Only what should not be').check()
  await expect(table(page).getByRole('rowheader')).toHaveText(['History'])
  await table(page).getByRole('button', { name: 'access token', exact: true }).click()
  const words = player.panel().getByRole('region', { name: 'Who has had the access token' })
  await expect(words).toContainText('keeps it')
  await expect(words.getByRole('link', { name: /RFC 9700 §4.3.2/ })).toBeVisible()
  await cell(page, /^History, access token/).click()
  await expect.poll(() => player.slug()).toBe('callback-answer')
})

test('before anything happened, and at each step what was known then', async ({ page }) => {
  const player = new PlayerPage(page)
  await player.open()
  await page.keyboard.press('4')
  await expect(player.panel()).toContainText('Nobody has told anybody anything yet')
  await player.stepTo('login-page')
  await expect(player.panel()).toContainText('So far every secret is where it belongs.')
})

test('with the keyboard only', async ({ page }) => {
  const player = new PlayerPage(page)
  await player.open('?step=token-response')
  await page.keyboard.press('4')
  await expect(player.tab('Exposure')).toHaveAttribute('aria-selected', 'true')
  await player.tab('Exposure').focus()
  const wanted = cell(page, /^Photo app, access token: holds it: since step 14/)
  for (let tabs = 0; tabs < 60; tabs++) {
    await page.keyboard.press('Tab')
    if (await wanted.evaluate((button) => button === document.activeElement)) break
  }
  await expect(wanted).toBeFocused()
  await player.press('ArrowLeft')
  expect(player.slug()).toBe('token-request')
  await expect(wanted, 'not known yet').toHaveCount(0)
})

test('axe finds nothing in the ledger, filtered or not', async ({ page }) => {
  const player = new PlayerPage(page)
  await player.open('?step=resource-request', 'implicit')
  await player.tab('Exposure').click()
  for (const tick of ['Also what gives no power', 'Only what should not be']) {
    await player.panel().getByLabel(tick).check()
    await table(page).getByRole('button', { name: 'access token', exact: true }).click()
    expect(await violations(page)).toEqual([])
  }
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

  test('the ledger is a list, and its lines lead to their steps', async ({ page }) => {
    const player = new PlayerPage(page)
    await player.open('?step=token-response', 'password')
    await page.getByRole('button', { name: /Inspect$/ }).click()
    await player.tab('Exposure').click()
    await expect(player.panel()).toContainText('The password was seen by the desktop app.')
    await expect(table(page)).toBeHidden()
    const password = player.panel().getByRole('region', { name: 'Who has had the password' })
    await expect(password).toContainText('The application has seen the password')
    await password
      .getByRole('button', { name: /since step 3, front channel, in a form/ })
      .first()
      .click()
    await expect.poll(() => player.slug()).toBe('sign-in-at-app')
    expect(await overflow(page), 'no sideways scrolling').toBeLessThanOrEqual(0)
    expect(await violations(page)).toEqual([])
  })
})
