import { expect, test } from '@playwright/test'
import { overflow } from './axe'

test('somebody who knows nothing meets the cast and goes on to a first lesson, by keyboard', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('link', { name: 'Start with the cast' }).press('Enter')
  await expect(page.getByRole('heading', { name: 'The cast', level: 1 })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Alice owns something' })).toBeVisible()
  const next = page.getByRole('button', { name: 'Next' })
  await next.focus()
  for (let scene = 2; scene <= 6; scene++) {
    await page.keyboard.press('Enter')
    await expect(page.getByText(`${scene} of 6`)).toBeVisible()
  }
  await expect(page.getByRole('link', { name: 'Begin the first lesson' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/learn\/authorization-code$/)
  await expect(page.getByRole('button', { name: /^Next: / })).toBeEnabled()
})

test('every flow of the catalogue is drawn, says who holds what, and opens', async ({ page }) => {
  test.setTimeout(120_000)
  await page.goto('/flows')
  const cards = page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3 }) })
  await expect(cards.first()).toBeVisible()
  for (const card of await cards.all()) {
    await expect(card.locator('svg[data-steps]')).toBeVisible()
    await expect(card.getByRole('list', { name: /secrets in hands/ })).toBeVisible()
    await expect(card).toContainText(/Recommended|Use with care|Legacy|Removed in OAuth 2.1/)
  }
  const links = await page.getByRole('heading', { level: 3 }).getByRole('link').all()
  const hrefs = await Promise.all(links.map((link) => link.getAttribute('href')))
  for (const href of hrefs) {
    await page.goto(String(href))
    await expect(page.getByRole('button', { name: /^Next: / }), String(href)).toBeEnabled()
  }
})

test('a phone shows the catalogue without sideways scrolling', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  for (const path of ['/flows', '/learn']) {
    await page.goto(path)
    expect(await overflow(page), path).toBeLessThanOrEqual(0)
  }
})
