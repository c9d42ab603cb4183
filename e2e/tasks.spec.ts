import { expect, type Locator, type Page, test } from '@playwright/test'
import { overflow, violations } from './axe'
import { PlayerPage } from './player'

const result = (page: Page) => page.getByRole('status', { name: 'Result' })
const press = (target: Locator) => target.press('Enter')

/** Changes one field of the token request and sends it, with keys alone. */
async function sendOther(page: Page, field: string, value: string): Promise<void> {
  await press(page.getByRole('button', { name: 'Edit', exact: true }))
  const box = page.getByRole('textbox', { name: `Value of ${field}`, exact: true })
  await box.press('ControlOrMeta+a')
  await page.keyboard.type(value)
  await press(page.getByRole('button', { name: 'Send edited' }))
}

const BREAK = '/learn/authorization-code/tasks/break-pkce'
const FIX = '/learn/authorization-code/tasks/fix-code-injection'
const ASSEMBLE = '/learn/client-credentials/tasks/assemble'

test('break it: another check than the one asked for is told, and does not count', async ({ page }) => {
  await page.goto(`${BREAK}?step=token-request`)
  await expect(new PlayerPage(page).next).toBeEnabled()
  await expect(result(page)).toContainText('Not yet. So far every message went as its sender made it.')
  await sendOther(page, 'code', 'a-code-of-nobody')
  await expect(result(page)).toContainText('Refused, but by another check: code-known')
  await expect(page.getByRole('button', { name: 'Look at the check' })).toHaveCount(0)
})

test('break it: refused by the check asked for, shown where it was made, and remembered', async ({ page }) => {
  await page.goto(`${BREAK}?step=token-request`)
  await press(page.getByRole('button', { name: 'Give me a hint' }))
  await expect(page.getByRole('list', { name: 'Hints' })).toContainText('Which one?')
  await sendOther(page, 'code_verifier', 'a'.repeat(43))
  await expect(result(page)).toContainText('Done. The auth server refused POST /token by verifier-matches')
  await expect(result(page)).toContainText('The defence works.')
  await press(page.getByRole('button', { name: 'Look at the check' }))
  const player = new PlayerPage(page)
  await expect(player.tab('Checks')).toHaveAttribute('aria-selected', 'true')
  await expect(player.panel()).toContainText('invalid_grant')
  await page.goto('/learn/authorization-code#summary')
  const done = page.getByRole('listitem').filter({ hasText: 'Fail the PKCE check' })
  await expect(done).toContainText('Done')
})

test('break it, on a phone: the check opens in the sheet, and the way leads on with the lesson', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`${BREAK}?step=token-request`)
  await page.getByRole('button', { name: /Inspect$/ }).click()
  await sendOther(page, 'code_verifier', 'a'.repeat(43))
  await page.getByRole('button', { name: 'Close the inspector' }).click()
  await press(page.getByRole('button', { name: 'Look at the check' }))
  await expect(new PlayerPage(page).tab('Checks')).toHaveAttribute('aria-selected', 'true')
  await page.getByRole('button', { name: 'Close the inspector' }).click()
  await page.getByRole('link', { name: 'On with the lesson' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'Fail the PKCE check' })).toContainText('Done')
})

test('fix it: the attack and the honest flow are really run, with keys alone', async ({ page }) => {
  await page.goto(FIX)
  const check = page.getByRole('button', { name: 'Check' })
  await press(check)
  await expect(result(page)).toContainText('All switches are as they were, and the attack succeeds.')
  const demanded = page.getByRole('group', { name: /Whether a code_challenge must come/ })
  const sent = page.getByRole('group', { name: 'Send a code_challenge with the authorization request' })
  await press(demanded.getByRole('button', { name: 'required' }))
  await press(check)
  await expect(result(page)).toContainText('but the honest flow no longer works: pkce-challenge-present refuses it.')
  await press(sent.getByRole('button', { name: 'on', exact: true }))
  await press(check)
  await expect(result(page)).toContainText('Done')
  await expect(result(page)).toContainText('pkce made no difference')
  await press(page.getByRole('button', { name: 'Set all back' }))
  await press(sent.getByRole('button', { name: 'on', exact: true }))
  await press(check)
  await expect(result(page)).toContainText('The attack is stopped by verifier-matches, and the honest flow works.')
  await expect(result(page)).not.toContainText('made no difference')
})

test('assemble it: cards are put in order with keys alone, and then really sent', async ({ page }) => {
  await page.goto(ASSEMBLE)
  const order = page.getByRole('list', { name: 'Your order' }).getByRole('listitem')
  await expect(order).toHaveCount(5)
  await press(page.getByRole('button', { name: 'Run it' }))
  await expect(result(page)).toContainText('Not yet')

  await test.step('what does not belong is left out', async () => {
    await press(page.getByRole('button', { name: /^Leave out: GET \/token/ }))
    await press(page.getByRole('button', { name: /^Leave out: .*without a token/ }))
    await expect(order).toHaveCount(3)
    await expect(page.getByRole('region', { name: 'Left out' }).getByRole('listitem')).toHaveCount(2)
    await expect(result(page), 'what an earlier order came to is gone').toBeEmpty()
  })
  await test.step('the focus goes along with the card, and its place is spoken', async () => {
    const moves = ['The job tries to get photos', 'The job asks how full', 'The backup job asks']
    for (const title of moves) {
      const up = page.getByRole('button', { name: new RegExp(`^Up: .*${title}`) })
      await up.focus()
      for (let times = 0; times < 2; times += 1) await page.keyboard.press('Enter')
      await expect(up).toBeFocused()
      await expect(order.first()).toContainText(title)
    }
    await expect(page.getByRole('status', { name: 'Last move' })).toContainText('now 1 of 3')
  })
  await press(page.getByRole('button', { name: 'Run it' }))
  await expect(result(page)).toContainText('Done')
  await expect(result(page)).toContainText('The flow works: all 3 messages were answered')
  await expect(order.first()).toContainText('Answered')
})

test('assemble it: a move that does not belong is refused, and nothing is sent after it', async ({ page }) => {
  await page.goto(ASSEMBLE)
  const wrong = page.getByRole('button', { name: /^Up: GET \/token/ })
  const order = page.getByRole('list', { name: 'Your order' }).getByRole('listitem')
  for (let times = 0; times < 4; times += 1) await press(wrong)
  await expect(order.first()).toContainText('GET /token')
  await press(page.getByRole('button', { name: 'Run it' }))
  await expect(result(page)).toContainText('GET /token was refused')
  await expect(order.first()).toContainText('Refused')
  await expect(order.filter({ hasText: 'Answered' })).toHaveCount(0)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`axe finds nothing, ${colorScheme}`, () => {
    test.use({ colorScheme })
    for (const width of [1440, 390]) {
      test(`the tasks, ${width} wide`, async ({ page }) => {
        await page.setViewportSize({ width, height: width === 390 ? 844 : 900 })
        await page.goto(BREAK)
        await expect(new PlayerPage(page).next).toBeEnabled()
        expect(await violations(page), 'break it').toEqual([])
        await page.goto(FIX)
        await page.getByRole('button', { name: 'Check' }).click()
        await expect(result(page)).toContainText('Not yet')
        expect(await violations(page), 'fix it').toEqual([])
        await page.goto(ASSEMBLE)
        await page.getByRole('button', { name: /^Leave out: GET \/token/ }).click()
        await page.getByRole('button', { name: 'Run it' }).click()
        await expect(result(page)).toContainText('Not yet')
        expect(await violations(page), 'assemble it').toEqual([])
        const wider = await overflow(page)
        expect(wider, 'nothing scrolls sideways').toBeLessThanOrEqual(0)
      })
    }
  })
}
