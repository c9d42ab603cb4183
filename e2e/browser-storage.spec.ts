import { expect, type Locator, type Page, test } from '@playwright/test'
import { overflow, violations } from './axe'
import { createLab } from './lab'

/** The cells of a place's row by their column, as a person reads them. */
const COLUMNS = ['reload', 'read', 'elsewhere', 'acts', 'sent', 'wrote'] as const

class Probes {
  readonly page: Page
  readonly run: Locator
  readonly table: Locator

  constructor(page: Page) {
    this.page = page
    this.run = page.getByRole('button', { name: /^Run the probes/ })
    this.table = page.getByRole('region', { name: /What the attacks obtained/ }).getByRole('table')
  }

  cell(place: string, column: (typeof COLUMNS)[number]): Locator {
    const header = this.page.getByRole('rowheader', { name: new RegExp(`^${place}`) })
    return this.table.getByRole('row').filter({ has: header }).getByRole('cell').nth(COLUMNS.indexOf(column))
  }

  async finished(): Promise<void> {
    await expect(this.page.getByRole('heading', { name: 'What this run found' })).toBeVisible({ timeout: 120_000 })
  }
}

test.describe('the attacker’s page is another site', { tag: '@ports' }, () => {
  test('each place is attacked for real, by keyboard alone', async ({ page }) => {
    test.setTimeout(180_000)
    const probes = new Probes(page)
    await page.goto('/storage')
    await expect(page.getByText('Nothing has been probed yet.')).toBeVisible()
    expect(await violations(page), 'before').toEqual([])
    for (let presses = 0; presses < 30; presses++) {
      if (await probes.run.evaluate((button) => button === document.activeElement)) break
      await page.keyboard.press('Tab')
    }
    await expect(probes.run).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('status').filter({ hasText: '1 of 12, Memory' })).toBeVisible()
    await probes.finished()
    await expect(page.getByRole('status').filter({ hasText: 'Probed 12 places.' })).toBeVisible()

    await test.step('memory is lost by a reload, and its token is caught on its way', async () => {
      await expect(probes.cell('Memory', 'reload')).toContainText('no')
      await expect(probes.cell('Memory', 'read')).toContainText('from a request of the page')
      await expect(probes.cell('Memory', 'elsewhere')).toContainText(/used\s*7 photos of Alice/)
    })
    await test.step('localStorage survives, is read, and opens the photos elsewhere', async () => {
      await expect(probes.cell('localStorage', 'reload')).toContainText('yes')
      await expect(probes.cell('localStorage', 'read')).toContainText(/read\s*eyJ\S+ from localStorage/)
      await expect(probes.cell('localStorage', 'elsewhere')).toContainText(/used\s*\d+ photos of Alice/)
      await expect(probes.cell('localStorage', 'sent')).toContainText('there is no cookie')
      await expect(probes.cell('localStorage', 'wrote')).toContainText('401')
    })
    await test.step('HttpOnly keeps the token from the script, not the script from using it', async () => {
      for (const place of ['Cookie, HttpOnly', 'Backend for frontend']) {
        await expect(probes.cell(place, 'read')).toContainText('not read')
        await expect(probes.cell(place, 'elsewhere')).toContainText('not used')
        await expect(probes.cell(place, 'acts')).toContainText('added a photo (201)')
      }
    })
    await test.step('SameSite decides which of another site’s requests the cookie goes with', async () => {
      await expect(probes.cell('Cookie, SameSite=None', 'sent')).toContainText(/with form/)
      await expect(probes.cell('Cookie, SameSite=None', 'wrote')).toContainText(/wrote\s*by form/)
      await expect(probes.cell('Cookie, SameSite=Lax', 'sent')).toContainText(/^sent\s*with link$/)
      await expect(probes.cell('Cookie, SameSite=Lax', 'wrote')).toContainText(/^wrote\s*by link$/)
      await expect(probes.cell('Cookie, SameSite=Strict', 'sent')).toContainText('not sent')
      await expect(probes.cell('Cookie, SameSite=Strict', 'wrote')).toContainText(/refused\s*401/)
    })
    await test.step('the header stops the form even where the cookie went along', async () => {
      await expect(probes.cell('Session, token on the server', 'wrote')).toContainText(/wrote\s*by form/)
      await expect(probes.cell('Session, header required', 'sent')).toContainText(/with form/)
      await expect(probes.cell('Session, header required', 'wrote')).toContainText(/refused\s*403/)
      await expect(probes.cell('Backend for frontend', 'sent')).toContainText('not sent')
      await expect(probes.cell('Backend for frontend', 'wrote')).toContainText(/refused\s*403/)
    })
    const verdict = page.getByRole('region', { name: 'What this run found' })
    await expect(verdict).toContainText('read the token with 8 of 12')
    await expect(verdict).toContainText('acted as Alice with all 12')
    await expect(verdict).toContainText('was to be had with: Session, header required; Backend for frontend.')
    expect(page.context().pages(), 'the second window is closed').toHaveLength(1)

    expect(await violations(page), 'afterwards').toEqual([])
    await page.setViewportSize({ width: 390, height: 844 })
    expect(await violations(page), 'afterwards, 390 wide').toEqual([])
    const card = page.getByRole('list', { name: 'What the attacks obtained' }).getByRole('listitem')
    await expect(card).toHaveCount(12)
    await expect(card.filter({ hasText: 'SameSite=Strict' }).first()).toContainText('401, no cookie with it')
    expect(await overflow(page), 'nothing has to be scrolled sideways').toBeLessThanOrEqual(0)
  })
})

test('where all share one origin, the page says so and its results are of the same site', { tag: '@path' }, async ({
  page,
}) => {
  test.setTimeout(180_000)
  const probes = new Probes(page)
  await page.goto('/storage')
  await expect(page.getByText('the attacker’s page is no other site')).toBeVisible()
  await probes.run.click()
  await probes.finished()
  await expect(probes.cell('Cookie, SameSite=Strict', 'sent')).toContainText(/^sent/)
  await expect(probes.cell('Cookie, SameSite=Strict', 'wrote')).toContainText(/^wrote/)
  await expect(probes.cell('Backend for frontend', 'wrote')).toContainText(/refused\s*403/)
  const verdict = page.getByRole('region', { name: 'What this run found' })
  await expect(verdict).toContainText('here of the same site')
  await expect(verdict).not.toContainText('another site')
})

test('a blocked window is no result: the page says what to do, and Retry goes on', async ({ page }) => {
  await page.addInitScript(() => {
    const open = window.open.bind(window)
    let asked = 0
    window.open = (...parts) => {
      asked += 1
      return asked === 1 ? null : open(...parts)
    }
  })
  const probes = new Probes(page)
  await page.goto('/storage')
  await probes.run.click()
  const alert = page.getByRole('alert').filter({ hasText: 'blocked the second window' })
  await expect(alert).toBeVisible()
  await alert.getByRole('button', { name: 'Retry' }).click()
  await expect(page.getByRole('status').filter({ hasText: '1 of 12, Memory' })).toBeVisible()
  await expect(alert).toBeHidden()
})

test('the storage page alone may show a frame, of the application’s origin', async ({ request, page }) => {
  const lab = await createLab(request)
  const policyOf = async (path: string) => (await request.get(path)).headers()['content-security-policy'] ?? ''
  expect(await policyOf('/storage')).toContain(`frame-src ${new URL(lab.app).origin};`)
  for (const path of ['/', '/flows', '/flows/authorization-code', '/storages'])
    expect(await policyOf(path), path).not.toContain('frame-src')
  await page.goto(`${lab.app}/storage-lab/memory/`)
  await expect(page.getByRole('heading', { name: 'Nobody is signed in' })).toBeVisible()
  expect(await violations(page)).toEqual([])
})
