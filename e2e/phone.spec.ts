import { expect, test } from '@playwright/test'
import { overflow } from './axe'
import { PlayerPage } from './player'

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

test('the whole flow on a phone', async ({ page }) => {
  const player = new PlayerPage(page)
  await player.open()
  const caption = page.getByRole('region', { name: 'Caption' })
  await expect(caption.getByRole('heading', { name: 'Before the first step' })).toBeVisible()
  await player.stepTo('login-page')
  await expect(caption).toBeHidden()
  await player.screen.getByRole('button', { name: 'Sign in' }).click()
  await player.arrived(5)
  await player.stepTo('consent-page')
  await player.screen.getByRole('button', { name: /approve|allow/i }).click()
  await player.stepTo('photos-shown')
  await expect(page.getByRole('list', { name: 'Transcript' })).toBeVisible()

  await page.getByRole('button', { name: /Inspect$/ }).click()
  await expect(player.tab('Message')).toBeVisible()
  expect(await overflow(page), 'no sideways scrolling').toBeLessThanOrEqual(0)
})

test('a link that names a tab opens the sheet at it', async ({ page }) => {
  const player = new PlayerPage(page)
  await player.open('?step=token-response&tab=storage')
  await expect(player.tab('Tokens & storage')).toHaveAttribute('aria-selected', 'true')
  await page.getByRole('button', { name: 'Close the inspector' }).click()
  await expect(player.tab('Tokens & storage')).toBeHidden()
})
