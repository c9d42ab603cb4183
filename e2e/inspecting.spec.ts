import { expect, type Page, test } from '@playwright/test'
import { overflow, violations } from './axe'
import { PlayerPage } from './player'

const theft = (page: Page) => page.getByRole('region', { name: 'Steal the dump' })

async function steal(page: Page, whose?: string) {
  if (whose) await theft(page).getByRole('button', { name: whose, exact: true }).click()
  await theft(page).getByRole('button', { name: 'Steal the dump' }).click()
  await expect(theft(page).getByRole('button', { name: 'Put the dump away' })).toBeVisible()
}

test('of hashed tokens a thief gets nothing, of the app’s own store its tokens', async ({ page }) => {
  const player = new PlayerPage(page)
  await player.open('?step=photos-page')
  await player.tab('Tokens & storage').click()
  const steps = await player.count()
  await steal(page)
  await expect(theft(page).getByRole('heading', { name: 'Nothing could be used', exact: true })).toBeVisible()
  await expect(theft(page).getByRole('list', { name: 'Refused attempts' })).toContainText('GET /photos')
  await expect(theft(page)).toContainText('alice@wonderland.example')
  await expect(theft(page)).toContainText('No private key lies in these rows.')
  expect(await violations(page)).toEqual([])

  await steal(page, 'Photo app')
  const usable = theft(page).getByRole('list', { name: 'Usable at once' })
  await expect(usable).toContainText(/GET \/photos: 200, \d photos/)
  await expect(theft(page)).toContainText('An app has to present its tokens')
  expect(await player.count(), 'nothing was recorded').toBe(steps)
})

test('of tokens kept plain a thief uses at once what is there', async ({ page }) => {
  const player = new PlayerPage(page)
  await player.open()
  await page.getByRole('button', { name: 'Options' }).click()
  await page.getByLabel('Tokens at rest').selectOption('plain')
  await page.waitForURL(/atrest=plain/)
  await player.open('?atrest=plain&step=photos-page')
  await player.tab('Tokens & storage').click()
  await steal(page)
  const usable = theft(page).getByRole('list', { name: 'Usable at once' })
  await expect(usable.getByRole('listitem').filter({ hasText: 'Access token of alice' })).toContainText(
    /GET \/photos: 200, \d photos/,
  )
  await expect(usable).toContainText('Session cookie of the auth server of alice')
  expect(await violations(page)).toEqual([])
})

test('an expired row stays in SQLite until it is swept, and the DELETE is shown', async ({ page }) => {
  const player = new PlayerPage(page)
  await player.open('?step=token-response')
  await player.tab('Tokens & storage').click()
  const clock = page.getByRole('region', { name: 'The lab’s clock' })
  await expect(clock.getByRole('button', { name: 'Sweep now' })).toBeHidden()
  await clock.getByRole('button', { name: 'To expiry' }).click()
  await expect(clock).toContainText('still there: here expiry is only a column')
  await expect(player.panel().getByText('still there until the sweep').filter({ visible: true }).first()).toBeVisible()
  await clock.getByRole('button', { name: 'Sweep now' }).focus()
  await page.keyboard.press('Enter')
  const commands = player.panel().getByRole('region', { name: 'Commands' })
  await expect(commands).toContainText(/delete from .*"expires_at" <= /)
  await expect(player.panel().getByText('deleted by the sweep').first()).toBeVisible()
  await expect(clock.getByRole('button', { name: 'Sweep now' })).toBeHidden()
})

test('an expired key is gone from Redis, and the panel says why', async ({ page, request }) => {
  const answer = await request.post('/api/labs', { data: { tokenStore: 'redis' } })
  test.skip(answer.status() === 503 && process.env.REQUIRE_SERVICES !== '1', (await answer.json()).detail)
  const player = new PlayerPage(page)
  await player.open('?tokens=redis&sessions=redis&step=token-response')
  await player.tab('Tokens & storage').click()
  await page.getByRole('region', { name: 'The lab’s clock' }).getByRole('button', { name: 'To expiry' }).click()
  await expect(player.panel().getByText('gone: the clock was moved past its end').first()).toBeVisible()
  const commands = player.panel().getByRole('region', { name: 'Commands' })
  await expect(commands).toContainText('Redis counts TTLs by its own clock')
  await expect(commands, 'the rows are gone by a command, and it is shown').toContainText('DEL')
  await expect(page.getByRole('button', { name: 'Sweep now' })).toBeHidden()
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

  test('the theft and its result fit', async ({ page }) => {
    const player = new PlayerPage(page)
    await player.open('?atrest=plain&step=photos-page')
    await page.getByRole('button', { name: /Inspect$/ }).click()
    await player.tab('Tokens & storage').click()
    await steal(page)
    await expect(theft(page).getByRole('list', { name: 'Usable at once' })).toBeVisible()
    expect(await overflow(page)).toBeLessThanOrEqual(0)
  })
})
