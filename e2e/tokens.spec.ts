import { expect, type Page, test } from '@playwright/test'
import { overflow, violations } from './axe'
import { PlayerPage } from './player'

const field = (page: Page) => page.getByRole('textbox', { name: 'Token, as pasted' })
const tab = (page: Page, name: 'Decode' | 'Verify' | 'Forge') => page.getByRole('tab', { name, exact: true })
const panel = (page: Page) => page.getByRole('tabpanel')
const verdicts = (page: Page) => panel(page).getByRole('list', { name: 'Checks of this page' }).getByRole('listitem')

async function pick(page: Page, name: string) {
  await page.getByRole('button', { name, exact: true }).click()
  await expect(field(page)).toHaveValue(/^eyJ/)
}

test('from the storage page to the bench: decode says what a token says, and no more', async ({ page }) => {
  await page.goto('/storage')
  await page.getByRole('link', { name: 'Open the token bench' }).click()
  await page.waitForURL(/\/tokens$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Token bench')

  await pick(page, 'A backup job’s token')
  await expect(panel(page).getByRole('region', { name: 'Claims' })).toContainText('nightly-backup')
  await expect(panel(page).getByRole('region', { name: 'Claims' })).toContainText(
    /exp · not valid after\d+ = \d+ \w+ 20/,
  )
  await expect(panel(page)).not.toContainText(/\bvalid\b(?! (after|before))/i)
  expect(await violations(page)).toEqual([])

  const sent: string[] = []
  page.on('request', (request) => sent.push(request.url()))
  await field(page).fill('two words')
  await expect(panel(page).getByRole('alert')).toContainText('Paste the token alone')
  await expect(field(page)).toHaveValue('two words')
  await field(page).fill('nP3kZ0-_aa')
  await expect(panel(page)).toContainText('Opaque: nothing to decode')
  expect(sent, 'what is pasted stays in the page').toEqual([])
})

test('verify: as whom and with which key decide, and the token stays as it is', async ({ page }) => {
  await page.goto('/tokens')
  await pick(page, 'Alice’s tokens')
  await tab(page, 'Verify').click()
  const before = await field(page).inputValue()
  const verify = () => panel(page).getByRole('button', { name: 'Verify', exact: true }).click()
  await verify()
  await expect(panel(page).getByRole('heading', { name: 'All 7 checks hold for Photos API' })).toBeVisible()
  expect(await violations(page)).toEqual([])

  await panel(page)
    .getByRole('radio', { name: /Print Shop/ })
    .check()
  await verify()
  await expect(verdicts(page).and(page.locator('[data-verdict=failed]'))).toHaveText(/It was made for this verifier/)

  await panel(page)
    .getByRole('radio', { name: /Photo Editor/ })
    .check()
  await page.getByRole('button', { name: 'ID token', exact: true }).click()
  await verify()
  await expect(panel(page).getByRole('heading', { name: 'All 6 checks hold for Photo Editor' })).toBeVisible()

  await panel(page).getByRole('button', { name: 'A shared secret' }).click()
  await panel(page).getByRole('textbox', { name: 'Shared secret, as text' }).fill('guess')
  await verify()
  await expect(panel(page).getByRole('heading', { name: '2 of 6 checks fail for Photo Editor' })).toBeVisible()

  await page.getByRole('button', { name: 'Access token', exact: true }).click()
  await expect(field(page)).toHaveValue(before)
  await panel(page).getByRole('button', { name: 'Ask the lab’s servers' }).click()
  await expect(panel(page).getByRole('region', { name: 'Answer to GET /photos' })).toContainText('200')
  await expect(panel(page).getByRole('region', { name: 'Answer to GET /usage' })).toContainText(
    '403 insufficient_scope',
  )
  const introspection = panel(page).getByRole('region', { name: 'Answer to POST /introspect' })
  await expect(introspection).toContainText('"active": true')
  expect(await violations(page)).toEqual([])
})

const STOPPED_BY = {
  'alg: none': 'signed with an algorithm the drive allows',
  'HS256 with the public key': 'signed with an algorithm the drive allows',
  'Own key in the header (jwk)': 'signature is genuine',
  'Another subject (sub)': 'signature is genuine',
  'More scope': 'signature is genuine',
  'Made fresh (exp)': 'signature is genuine',
  'kid: a path to an empty file': 'signed with an algorithm the drive allows',
  'Another type (typ)': 'says that it is an access token',
}

test('forge: a strict API names the check that stops each, a lax one lets them in', async ({ page }) => {
  await page.goto('/tokens')
  await pick(page, 'Alice’s tokens')
  await tab(page, 'Forge').click()
  const original = await field(page).inputValue()
  const send = () => panel(page).getByRole('button', { name: 'Send it to the resource server' }).click()
  const answer = panel(page).getByRole('region', { name: 'Answer to GET /photos' })
  for (const [forgery, check] of Object.entries(STOPPED_BY)) {
    await panel(page).getByRole('button', { name: forgery, exact: true }).click()
    await expect(panel(page).getByRole('region', { name: 'Forged', exact: true })).toContainText('changed')
    await send()
    await expect(answer, forgery).toContainText('The forgery was stopped by check')
    await expect(answer, forgery).toContainText(check)
  }
  expect(await violations(page)).toEqual([])

  await panel(page).getByRole('button', { name: 'Lax', exact: true }).click()
  for (const forgery of Object.keys(STOPPED_BY)) {
    await panel(page).getByRole('button', { name: forgery, exact: true }).click()
    await send()
    await expect(answer, forgery).toContainText('The forgery was let in')
  }
  await panel(page).getByRole('button', { name: 'Another subject (sub)' }).click()
  await send()
  await answer.getByText('What came back').click()
  await expect(answer).toContainText('"owner": "bob"')
  await expect(field(page)).toHaveValue(original)
  expect(await violations(page)).toEqual([])
})

test('a token of this tab’s own run is picked, with the keyboard only', async ({ page }) => {
  const player = new PlayerPage(page)
  await player.open('?step=token-response')
  await page.goto('/tokens')
  const run = page.getByRole('button', { name: 'Authorization code', exact: true })
  await run.focus()
  await page.keyboard.press('Enter')
  await expect(field(page)).toHaveValue(/^eyJ/)
  await tab(page, 'Decode').focus()
  await page.keyboard.press('End')
  await expect(tab(page, 'Forge')).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(panel(page).getByRole('button', { name: 'alg: none' })).toBeFocused()
  await page.keyboard.press('Enter')
  const send = panel(page).getByRole('button', { name: 'Send it to the resource server' })
  await expect(send).toBeVisible()
  for (let tabs = 0; tabs < 40; tabs++) {
    if (await send.evaluate((button) => button === document.activeElement)) break
    await page.keyboard.press('Tab')
  }
  await page.keyboard.press('Enter')
  await expect(panel(page).getByRole('region', { name: 'Answer to GET /photos' })).toContainText('401 invalid_token')
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, colorScheme: 'dark' })

  test('all three fit, and axe finds nothing', async ({ page }) => {
    await page.goto('/tokens')
    await pick(page, 'Alice’s tokens')
    for (const name of ['Decode', 'Verify', 'Forge'] as const) {
      await tab(page, name).click()
      if (name === 'Forge') await panel(page).getByRole('button', { name: 'alg: none' }).click()
      expect(await overflow(page), name).toBeLessThanOrEqual(0)
      expect(await violations(page), name).toEqual([])
    }
  })
})
