import { expect, type Page, test } from '@playwright/test'
import { overflow, violations } from './axe'
import { PlayerPage } from './player'

const FORKED = '13b: no code_verifier'

const branches = (page: Page) => page.getByRole('navigation', { name: 'Branches' }).filter({ visible: true })
const branch = (page: Page, name: string) => branches(page).getByRole('button', { name })
const badge = (page: Page, text: string | RegExp) => page.getByText(text, { exact: true }).filter({ visible: true })

async function finish(player: PlayerPage) {
  await player.open('?step=photos-page')
  await player.step()
  expect(player.slug()).toBe('photos-shown')
}

/** Back to the token request of a finished run, and there the verifier is taken out. */
async function forkWithoutVerifier(player: PlayerPage) {
  const { page } = player
  await finish(player)
  for (let press = 0; press < 20 && player.slug() !== 'token-request'; press++) await player.press('ArrowLeft')
  await page.keyboard.press('e')
  await page.getByRole('button', { name: 'Remove code_verifier' }).click()
  await page.getByRole('button', { name: 'Send edited' }).click()
  await expect(branch(page, FORKED)).toBeVisible()
  await expect(player.next).not.toHaveAttribute('aria-busy', 'true')
}

test('an earlier request is changed: a branch begins, is refused, and the first run is as it was and goes on', async ({
  page,
}) => {
  const player = new PlayerPage(page)
  await finish(player)
  const before = await player.transcript.locator(':scope > li').allInnerTexts()
  for (let press = 0; press < 20 && player.slug() !== 'token-request'; press++) await player.press('ArrowLeft')
  await expect(badge(page, 'REPLAY 13/20')).toBeVisible()
  await page.getByRole('button', { name: 'Edit', exact: true }).click()
  await page.getByRole('button', { name: 'Remove code_verifier' }).click()
  await page.getByRole('button', { name: 'Send edited' }).click()

  await expect(branch(page, FORKED)).toHaveAttribute('aria-current', 'true')
  await expect(player.transcript).toContainText('400 invalid_grant')
  await expect(badge(page, 'LIVE')).toBeVisible()
  await expect(player.transcript.locator(':scope > li')).toHaveCount(14)

  await branch(page, 'First run').click()
  await expect(badge(page, 'REPLAY 20/20')).toBeVisible()
  expect(await player.transcript.locator(':scope > li').allInnerTexts()).toEqual(before)
  await page.getByRole('button', { name: 'Go live here' }).click()
  await expect(badge(page, 'LIVE')).toBeVisible()
  await page.getByRole('button', { name: 'Refresh the tokens' }).first().click()
  await player.stepTo('refresh-response')
  await player.tab('Message').click()
  await expect(player.panel()).toContainText('access_token')
})

test('with the keyboard only, and a reload keeps every branch', async ({ page }) => {
  const player = new PlayerPage(page)
  await player.open('?step=token-response')
  await player.press('ArrowLeft')
  await page.keyboard.press('e')
  const remove = page.getByRole('button', { name: 'Remove code_verifier' })
  await remove.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Send edited' }).focus()
  await page.keyboard.press('Enter')
  await expect(branch(page, FORKED)).toHaveAttribute('aria-current', 'true')
  expect(player.slug()).toBe('token-refused')

  await player.press('[')
  expect(player.slug()).toBe('token-response')
  await player.press(']')
  await page.reload()
  await expect(branch(page, FORKED)).toHaveAttribute('aria-current', 'true')
  expect(player.slug()).toBe('token-refused')
  await player.press('[')
  await player.press('ArrowRight')
  await expect(badge(page, 'LIVE')).toBeVisible()
  await expect(branch(page, 'First run')).toContainText('live')
  expect(player.slug()).toBe('resource-request')
})

test('Alice thinks again at the consent page', async ({ page }) => {
  const player = new PlayerPage(page)
  await player.open('?step=callback-answer')
  for (let press = 0; press < 20 && player.slug() !== 'consent-page'; press++) await player.press('ArrowLeft')
  await expect(player.screen).toContainText('begins a new branch')
  await player.screen.getByRole('button', { name: 'Deny' }).click()
  await expect(branches(page)).toContainText('8b: ')
  await player.stepTo('authorization-error')
})

test('Restart can be undone', async ({ page }) => {
  const player = new PlayerPage(page)
  await player.open('?step=consent-page')
  const labOf = () =>
    page.evaluate(
      () =>
        JSON.parse(
          sessionStorage.getItem(Object.keys(sessionStorage).find((key) => key.startsWith('grant-lab run')) ?? '') ??
            '{}',
        ).lab,
    )
  const lab = await labOf()
  await page.keyboard.press('r')
  await expect(page.getByText('A new run, in a fresh lab.')).toBeVisible()
  await expect(player.transcript.locator(':scope > li')).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(player.transcript.locator(':scope > li')).toHaveCount(8)
  expect(await labOf()).toBe(lab)
  await player.step()
  expect(player.slug()).toBe('consent-decision')
})

test('G and O lead to a step by name and at a glance', async ({ page }) => {
  const player = new PlayerPage(page)
  await player.open('?step=token-response')
  await page.keyboard.press('g')
  const field = page.getByRole('combobox', { name: 'Step, field or term' })
  await field.fill('code_challenge')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
  expect(player.slug()).not.toBe('token-response')
  await page.keyboard.press('o')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('button', { name: /^1 / })).toBeVisible()
  await dialog.getByRole('button', { name: /POST \/token/ }).click()
  await expect(dialog).toBeHidden()
  expect(player.slug()).toBe('token-request')
})

test('other options begin another run, and both can be compared', async ({ page }) => {
  const player = new PlayerPage(page)
  await player.open('?step=app-redirect')
  await page.getByRole('button', { name: 'Options' }).click()
  await page.getByRole('combobox', { name: 'PKCE' }).selectOption('off')
  await expect(page.getByText('A new run. PKCE: Off.')).toBeVisible()
  const link = page.getByRole('link', { name: 'Compare with previous' })
  await expect(link).toHaveAttribute('href', '/compare?flows=authorization-code,authorization-code~pkce:off')
})

for (const [width, height] of [
  [1440, 900],
  [390, 844],
] as const) {
  test(`axe finds nothing in a run with branches at ${width} by ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height })
    const player = new PlayerPage(page)
    await forkWithoutVerifier(player)
    for (const open of ['', 'g', 'o']) {
      if (open) {
        await page.keyboard.press(open)
        await expect(page.getByRole('dialog')).toBeVisible()
      }
      expect(await violations(page)).toEqual([])
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toHaveCount(0)
    }
    expect(await overflow(page), 'nothing sticks out').toBeLessThanOrEqual(0)
  })
}
