import { expect, test } from '@playwright/test'
import { violations } from './axe'

test('every configured store does the same work, measured now', async ({ page }) => {
  await page.goto('/storage')
  await expect(
    page
      .getByRole('table', { name: /promises/i })
      .or(page.getByRole('columnheader', { name: /Redis/ }))
      .first(),
  ).toBeVisible()
  await page.getByRole('button', { name: 'Measure now' }).click()
  await expect(page.getByRole('button', { name: 'Measure again' })).toBeVisible({ timeout: 60_000 })
  const tables = page.getByRole('table', { name: /^(Issue|Look up|Introspect|Revoke|Expire) / })
  await expect(tables).toHaveCount(5)
  for (const table of await tables.all()) {
    await expect(table.getByRole('row', { name: /^Memory [\d,]+/ })).toBeVisible()
    await expect(table.getByRole('row', { name: /^SQLite [\d,]+/ })).toBeVisible()
  }
  expect(await violations(page)).toEqual([])
})

test('a store that is not there is named with the command that starts it', async ({ request }) => {
  const answer = await request.post('/api/stores/measure', { data: { store: 'paper' } })
  expect(answer.status()).toBe(400)
  expect((await answer.json()).detail).toBe('store takes one of memory, sqlite, postgres, redis.')
})
