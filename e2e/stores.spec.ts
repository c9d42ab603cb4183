import { expect, test } from '@playwright/test'
import { PlayerPage } from './player'

/** What the storage panel must show of each store: where it is, and a command it ran. */
const STORES = {
  memory: { medium: 'Memory of the server', command: 'SET ' },
  sqlite: { medium: 'SQLite table', command: 'insert into' },
  postgres: { medium: 'PostgreSQL table', command: 'insert into' },
  redis: { medium: 'Redis keys', command: 'PEXPIREAT' },
} as const

for (const [store, { medium, command }] of Object.entries(STORES)) {
  test(`the whole flow with tokens in ${store}, at the server and in the app`, async ({ page, request }) => {
    const answer = await request.post('/api/labs', { data: { tokenStore: store } })
    test.skip(answer.status() === 503 && process.env.REQUIRE_SERVICES !== '1', (await answer.json()).detail)
    expect(answer.status()).toBe(201)

    const player = new PlayerPage(page)
    await player.open(`?tokens=${store}&sessions=${store}&step=token-response`)
    await player.tab('Tokens & storage').click()
    await expect(player.panel()).toContainText(medium)
    await expect(player.panel()).toContainText(command)
    await player.stepTo('photos-shown')
  })
}

test('Alice’s token expires by a click: the API refuses, the app refreshes', async ({ page }) => {
  const player = new PlayerPage(page)
  await player.open('?step=photos-page')
  await player.stepTo('photos-shown')
  await player.tab('Tokens & storage').click()
  for (let minutes = 1; minutes <= 11; minutes++) {
    await page.getByRole('button', { name: '+1 min' }).click()
    await expect(page.getByLabel('The lab’s clock')).toContainText(`${minutes} min ahead`)
  }
  await page.getByRole('button', { name: 'Call the API again' }).click()
  await page.waitForURL(/step=resource-request-2/)
  await player.stepTo('access-refused')
  await player.tab('Checks').click()
  await expect(player.panel()).toContainText(/invalid_token/)
  await page.getByRole('button', { name: 'Refresh the tokens' }).first().click()
  await page.waitForURL(/step=refresh-request/)
  await player.stepTo('refresh-response')
})
