import { expect, test } from '@playwright/test'
import { createLab, labCaller } from './lab'

test('a real browser tab goes through the client’s own pages to Alice’s photos', async ({ page, request }) => {
  const lab = await createLab(request)
  await page.goto(`${lab.app}/login`)
  await expect(page).toHaveURL(new RegExp(`^${lab.issuer}/authorize`))
  await page.getByLabel(/user ?name/i).fill('alice')
  await page.getByLabel(/password/i).fill('wonderland')
  await page.getByRole('button', { name: /sign in/i }).click()
  await page.getByRole('button', { name: /approve|allow/i }).click()
  await expect(page).toHaveURL(`${lab.app}/photos`)
  await expect(page.getByRole('listitem').first()).toBeVisible()
  await page.goBack()
  expect(page.url(), 'the code is not in the history entry one back').not.toContain('code=')

  const exchanges = await (await labCaller(request, lab).get('/exchanges')).json()
  const token = exchanges.find((one: { request: { url: string } }) => one.request.url === `${lab.issuer}/token`)
  expect(token, 'the wire recorded the real tab, too').toMatchObject({ from: 'client', outcome: 'accepted' })
})

test('denial in a real browser tab is explained by the client', async ({ page, request }) => {
  const lab = await createLab(request)
  await page.goto(`${lab.app}/login`)
  await page.getByLabel(/user ?name/i).fill('alice')
  await page.getByLabel(/password/i).fill('wonderland')
  await page.getByRole('button', { name: /sign in/i }).click()
  await page.getByRole('button', { name: /deny/i }).click()
  await expect(page).toHaveURL(new RegExp(`^${lab.app}/callback`))
  await expect(page.locator('body')).toContainText(/denied|not allowed|refused/i)
})
