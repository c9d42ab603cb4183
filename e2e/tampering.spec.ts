import { execFileSync } from 'node:child_process'
import { expect, test } from '@playwright/test'
import { PlayerPage } from './player'

/** Edits one field of the message on the wire and sends it. */
async function tamper(player: PlayerPage, field: string, value: string) {
  const { page } = player
  const before = await player.count()
  await player.tab('Message').click()
  await page.getByRole('button', { name: 'Edit', exact: true }).click()
  await page.getByRole('textbox', { name: `Value of ${field}` }).fill(value)
  await page.getByRole('button', { name: 'Send edited' }).click()
  await player.arrived(before + 1)
  await player.tab('Checks').click()
}

test('another code_verifier: the auth server’s PKCE check refuses, nothing after it is reached', async ({ page }) => {
  const player = new PlayerPage(page)
  await player.open('?step=token-request')
  await tamper(player, 'code_verifier', 'a'.repeat(43))
  const refused = player.panel().getByRole('listitem').filter({ hasText: 'invalid_grant' })
  await expect(refused).toContainText('RFC 7636 §4.6')
  await expect(player.panel()).toContainText(/not reached/i)
  await player.tab('Message').click()
  await expect(player.panel()).toContainText('invalid_grant')
})

test('another redirect_uri: the auth server shows a page and never redirects', async ({ page }) => {
  const player = new PlayerPage(page)
  await player.open('?step=authorization-request')
  await tamper(player, 'redirect_uri', 'https://evil.test/cb')
  const refused = player
    .panel()
    .getByRole('listitem')
    .filter({ hasText: /said on the wire/i })
  await expect(refused).toContainText('RFC 9700 §4.1.3')
  await expect(player.screen).toContainText(/redirect_uri|redirect URI/i)
})

test('another state: the app itself refuses and sends nothing to the auth server', async ({ page }) => {
  const player = new PlayerPage(page)
  await player.open('?step=callback')
  await tamper(player, 'state', 'not-the-state-of-this-session')
  const refused = page.getByRole('region', { name: /checks by photo app/i }).getByRole('listitem')
  await expect(refused.filter({ hasText: /refused/i })).toContainText('RFC 9700 §4.7')
  await expect(player.transcript).not.toContainText('POST /token')
})

test('dropping a message, then sending it after all', async ({ page }) => {
  const player = new PlayerPage(page)
  await player.open('?step=token-request')
  await page.getByRole('button', { name: 'Edit', exact: true }).click()
  await page.getByRole('button', { name: 'Drop the message' }).click()
  await expect(player.transcript).toContainText(/dropped|lost/i)
  await player.stepTo('token-request-2')
  await player.stepTo('token-response')
  await expect(player.panel()).toContainText('access_token')
})

test('a delivered token request sent again: the code is used, its tokens are revoked', async ({ page }) => {
  const player = new PlayerPage(page)
  await player.open('?step=token-response')
  const before = await player.count()
  await page.getByRole('button', { name: 'Send again', exact: true }).click()
  await page.getByRole('button', { name: 'Send again', exact: true }).last().click()
  await player.arrived(before + 2)
  await player.tab('Tokens & storage').click()
  await expect(player.panel()).toContainText(/code .*(again|replay|twice)/i)
})

test('a host that is not the lab’s cannot be typed', async ({ page }) => {
  const player = new PlayerPage(page)
  await player.open('?step=token-request')
  await page.getByRole('button', { name: 'Edit', exact: true }).click()
  await expect(page.getByRole('textbox', { name: /(value of|name of) .*host$|^host/i })).toHaveCount(0)
})

test('the copied cURL command, run instead of Next, gives the shown result', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const player = new PlayerPage(page)
  await player.open('?step=token-request')
  await page.getByRole('button', { name: 'Copy as cURL' }).click()
  const command = await page.evaluate(() => navigator.clipboard.readText())
  expect(command).toMatch(/^curl /)
  const answer = JSON.parse(execFileSync('bash', ['-c', `${command} --silent`], { encoding: 'utf8' }))
  expect(answer).toMatchObject({ token_type: 'Bearer', expires_in: 600 })
  expect(Object.keys(answer)).toEqual(expect.arrayContaining(['access_token', 'refresh_token', 'scope']))
})
