import { expect, test } from '@playwright/test'
import { PlayerPage } from './player'

test('the whole flow with the keyboard only', async ({ page }) => {
  const player = new PlayerPage(page)
  await player.open()
  for (let tabs = 0; tabs < 3; tabs++) {
    await page.keyboard.press('Tab')
    if (await player.next.evaluate((button) => button === document.activeElement)) break
  }
  await expect(player.next, 'at most three Tabs from load to Next').toBeFocused()
  for (let press = 0; press < 40 && player.slug() !== 'photos-shown'; press++) await player.press('ArrowRight')
  expect(player.slug()).toBe('photos-shown')

  await player.press('ArrowLeft')
  expect(player.slug()).toBe('photos-page')
  await player.press('Home')
  expect(player.slug()).toBeNull()
  await player.press('End')
  expect(player.slug()).toBe('photos-shown')
  await page.keyboard.press('5')
  await expect(player.next, 'one button is called Next, whatever tab is open').toHaveCount(1)
  await page.keyboard.press('2')
  await expect(player.tab('Checks')).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('m')
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
})

test('keys do nothing while somebody types', async ({ page }) => {
  const player = new PlayerPage(page)
  await player.open('?step=token-request')
  await page.keyboard.press('e')
  const field = page.getByRole('textbox', { name: 'Value of code_verifier' })
  await field.focus()
  await page.keyboard.type('n r 2')
  await expect(field).toHaveValue(/n r 2/)
  expect(player.slug()).toBe('token-request')
})

test('Next held down loses nothing', async ({ page }) => {
  const player = new PlayerPage(page)
  await player.open()
  for (let press = 0; press < 60; press++) await page.keyboard.press('ArrowRight')
  await expect(player.next).not.toHaveAttribute('aria-busy', 'true')
  await player.stepTo('photos-shown')
  const numbers = await player.transcript.locator(':scope > li').count()
  expect(numbers, 'every step is on record').toBe(20)
})
