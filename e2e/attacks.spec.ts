import { expect, type Page, test } from '@playwright/test'
import { violations } from './axe'
import { PlayerPage } from './player'

test.describe.configure({ timeout: 150_000 })

const column = (page: Page, name: 'Before' | 'After') => page.getByRole('region', { name, exact: true })

/** Runs the matrix of the chosen rules to its end. */
async function runMatrix(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Run the matrix' }).click()
  await expect(page.getByText(/Run at \d\d:\d\d:\d\d in [\d.]+ s/)).toBeVisible({ timeout: 90_000 })
}

test('code injection with PKCE off and on, from the page', async ({ page }) => {
  await page.goto('/attacks/code-injection')
  await test.step('without the defence it succeeds, with it the check stops it', async () => {
    await expect(column(page, 'Before')).toContainText('The attack succeeds')
    await expect(column(page, 'Before')).toContainText('usePkce: off')
    await expect(column(page, 'After')).toContainText('Stopped by verifier-matches')
    await expect(column(page, 'After')).toContainText('usePkce: on')
    await expect(column(page, 'After')).toContainText('the honest flow works')
    await expect(column(page, 'After').getByText('First difference: carries the challenge')).toBeVisible()
    await expect(column(page, 'Before').getByRole('link', { name: /proves the success/ })).toHaveCount(1)
    await expect(column(page, 'After').getByRole('link', { name: /refused, the defence worked/ })).toHaveCount(1)
  })
  await test.step('flipping a switch runs it again: what was after is before', async () => {
    const pkce = page.getByRole('group', { name: 'Send a code_challenge with the authorization request' })
    await pkce.getByRole('button', { name: 'off' }).click()
    await expect(column(page, 'Before')).toContainText('Stopped by verifier-matches')
    await expect(column(page, 'After')).toContainText('usePkce: off')
    await expect(column(page, 'After'), 'the server demands what the app no longer sends').toContainText(
      'Stopped by pkce-challenge-present',
    )
    await expect(column(page, 'After')).toContainText('the honest flow does not work either')
    expect(new URL(page.url()).searchParams.get('set.usePkce')).toBe('false')
  })
  await test.step('each side leads into the player, with its settings', async () => {
    await page.getByRole('button', { name: 'All doors open' }).click()
    await expect(column(page, 'After')).toContainText('The attack succeeds')
    await column(page, 'After').getByRole('link', { name: 'Step through this run' }).click()
    await expect(page).toHaveURL(/code-injection\/run\?.*set\.usePkce=false/)
    await expect(new PlayerPage(page).next).toBeEnabled()
  })
})

test('code interception with PKCE off and on: whoever catches the redirect can use it, or not', async ({ page }) => {
  const open = '&set.usePkce=false&set.pkce=off'
  await page.goto(`/attacks/code-interception?grant=authorization-code-browser&preset=permissive${open}`)
  await expect(column(page, 'After')).toContainText('The attack succeeds')
  await page.getByRole('button', { name: 'All closed' }).click()
  await expect(column(page, 'Before')).toContainText('The attack succeeds')
  await expect(column(page, 'After')).toContainText('Stopped by verifier-sent')
  await expect(column(page, 'After')).toContainText('under the same settings the honest flow works')
  expect(await violations(page)).toEqual([])
})

test('the matrix of RFC 9700, complete; a cell, its evidence, and its run to the verdict', async ({ page }) => {
  await page.goto('/attacks')
  await runMatrix(page)
  await expect(page.getByText(/none is inconclusive/)).toBeVisible()
  await expect(page.getByRole('button', { name: /: inconclusive/ })).toHaveCount(0)
  await expect(page.getByText('Nothing has been run yet.')).toHaveCount(0)
  await expect(page.getByRole('heading', { name: 'Checks that no attack needed here' })).toBeVisible()
  expect(await violations(page), 'the matrix').toEqual([])

  const cell = 'Alice’s code goes into Mallory’s session, Authorization code: stopped by verifier-matches'
  await page.getByRole('button', { name: cell }).click()
  const panel = page.getByRole('complementary', { name: 'Cell' })
  await expect(panel.getByText('Under the same settings the honest flow works', { exact: false })).toBeVisible()
  await expect(panel.getByText('the check verifier-matches of the auth server is not made')).toBeVisible()
  await expect(panel.getByText('With all of that gone it succeeds: this is what stops it.')).toBeVisible()
  expect(await violations(page), 'an open cell').toEqual([])

  await panel.getByRole('link', { name: 'Open the run in the player' }).click()
  const player = new PlayerPage(page)
  await expect.poll(() => player.slug()).toBe('token-request')
  await player.step()
  const verdict = page.getByRole('status', { name: 'Verdict' })
  await expect(verdict).toContainText('Stopped by verifier-matches')
  expect(await violations(page), 'the player').toEqual([])
  await player.back.click()
  await verdict.getByRole('button', { name: /^Refused in message/ }).click()
  await expect.poll(() => player.slug()).toBe('token-refused')
})

test('an attack that succeeds, step by step: the last message proves it', async ({ page }) => {
  await page.goto('/attacks/code-injection/run?preset=permissive&step=mallory-sees-photos')
  const player = new PlayerPage(page)
  await expect.poll(() => player.slug(), { timeout: 20_000 }).toBe('mallory-sees-photos')
  const verdict = page.getByRole('status', { name: 'Verdict' })
  await expect(verdict).toBeEmpty()
  await player.step()
  await expect(verdict).toContainText('The attack succeeds')
  await expect(verdict.getByRole('button', { name: /^Message \d+ proves it/ })).toBeVisible()
  await page.getByRole('link', { name: 'About this attack' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Alice’s code goes into Mallory’s session')
})

test('by keyboard only: run the matrix, walk its cells, open one and close it', async ({ page }) => {
  await page.goto('/attacks?preset=permissive')
  const run = page.getByRole('button', { name: 'Run the matrix' })
  for (let press = 0; press < 30 && !(await run.evaluate((one) => one === document.activeElement)); press++) {
    await page.keyboard.press('Tab')
  }
  await page.keyboard.press('Enter')
  await expect(page.getByText(/Run at \d\d:/)).toBeVisible({ timeout: 90_000 })
  const focus = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')
  for (let press = 0; press < 10 && !(await focus()).includes(', Authorization code: '); press++) {
    await page.keyboard.press('Tab')
  }
  expect(await focus()).toMatch(/, Authorization code: /)
  await page.keyboard.press('ArrowRight')
  expect(await focus()).toMatch(/, Authorization code in a browser app: /)
  await page.keyboard.press('ArrowDown')
  expect(await focus()).toMatch(/, Authorization code in a browser app/)
  await page.keyboard.press('Enter')
  const panel = page.getByRole('complementary', { name: 'Cell' })
  await expect(panel).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()
  expect(await focus()).toMatch(/, Authorization code in a browser app/)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`390 wide, ${colorScheme}`, () => {
    test.use({ colorScheme, viewport: { width: 390, height: 844 } })

    test('a list instead of the table, tabs instead of columns, and nothing to scroll sideways', async ({ page }) => {
      await page.goto('/attacks/code-injection')
      const tabs = page.getByRole('tablist', { name: 'Runs' })
      await expect(page.getByText('Stopped by verifier-matches', { exact: true })).toBeVisible()
      await tabs.getByRole('tab', { name: 'Before' }).click()
      await expect(page.getByText('The attack succeeds', { exact: true })).toBeVisible()
      expect(await violations(page), 'an attack').toEqual([])
      const wide = () => page.evaluate(() => document.documentElement.scrollWidth)
      expect(await wide()).toBe(390)

      await page.goto('/attacks')
      await expect(page.getByRole('list', { name: 'Attacks by grant' })).toBeVisible()
      expect(await wide()).toBe(390)
      if (colorScheme === 'dark') return
      await runMatrix(page)
      const list = page.getByRole('list', { name: 'Attacks by grant' })
      await list.getByRole('button', { name: /^A code is redeemed a second time, Authorization code: stopped/ }).click()
      expect(await violations(page), 'the matrix').toEqual([])
      expect(await wide()).toBe(390)
    })
  })
}

test('an address that names what is not offered says so, and what is shown instead', async ({ page }) => {
  await page.goto('/attacks/code-interception?grant=telepathy&preset=7')
  const notice = page.getByRole('status').filter({ hasText: 'not offered here' })
  await expect(notice).toContainText('grant “telepathy” and preset “7”')
  await page.getByRole('combobox', { name: 'Case' }).selectOption({ index: 1 })
  await expect(notice).toHaveCount(0)
  await page.goto('/attacks?preset=none')
  await expect(notice).toContainText('preset “none”')
})

test('the calls refuse with a sentence what they cannot do', async ({ request }) => {
  const unknown = await request.post('/api/attacks/attempt', { data: { attack: 'no-such', grant: 'implicit' } })
  expect(unknown.status()).toBe(404)
  expect((await unknown.json()).detail).toContain('There is no attack "no-such"')
  const preset = await request.get('/api/attacks/matrix?preset=lenient')
  expect(preset.status()).toBe(400)
  expect((await preset.json()).detail).toContain('preset takes one of permissive')
  expect((await request.get('/attacks/no-such')).status()).toBe(404)
})
