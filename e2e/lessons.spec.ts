import { readFile } from 'node:fs/promises'
import { expect, type Page, test } from '@playwright/test'
import { overflow, violations } from './axe'
import { closeDevices } from './presentation'

test.afterEach(closeDevices)

const LESSON = `---
title: A backup at night
summary: Afterwards you can tell who holds the token of a service.
flow: client-credentials
minutes: 5
---

## step: token-response

Nobody is at a browser here.

### Who holds the access token now?

- [ ] The service
  holder: client holds access_token
- [ ] A browser, too
  holder: browser holds access_token
  why: No message of this flow passes through a browser.
`
const WRONG = LESSON.replace('browser holds access_token', 'browser holds acess_token').replace('minutes', 'minuts')

const drop = (page: Page, text: string) =>
  page
    .getByLabel('Lesson file')
    .setInputFiles({ name: 'backup.lesson.md', mimeType: 'text/markdown', buffer: Buffer.from(text) })

/** Everything a person sees; changes with every step. */
const shown = async (page: Page) => `${page.url()} ${await page.locator('body').textContent()}`

/** Goes through the lesson by keyboard, answering every question with its first option, until it looks back. */
async function goThrough(page: Page): Promise<void> {
  const next = page.getByRole('button', { name: /^Next/ })
  await expect(next).toBeEnabled()
  for (let press = 0; press < 40 && new URL(page.url()).hash !== '#summary'; press++) {
    await expect(next).not.toHaveAttribute('aria-busy', 'true')
    const before = await shown(page)
    if (await page.getByRole('radio', { name: /^The service/ }).isVisible()) {
      await page.keyboard.press('1')
      await page.keyboard.press('s')
    }
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => shown(page), { intervals: [20, 50, 100] }).not.toBe(before)
  }
  await expect(page.getByRole('heading', { name: 'A backup at night', level: 1 })).toBeVisible()
}

test('a lesson is mended, tried, assigned, done by a student, and its code is valid until it is changed', async ({
  page,
  browser,
}) => {
  await page.goto('/lessons')
  expect(await violations(page)).toEqual([])
  await drop(page, WRONG)
  const alert = page.getByRole('main').getByRole('alert')
  await expect(alert).toContainText('line 5There is no “minuts” here. Did you mean “minutes”?')
  await expect(alert).toContainText('line 17“acess_token” is not known. Did you mean “access_token”?')
  expect(await violations(page)).toEqual([])

  await drop(page, LESSON)
  await expect(page.getByRole('heading', { name: 'A backup at night' })).toBeVisible()
  await page.getByRole('button', { name: 'Try it' }).press('Enter')
  await expect(page.getByText('In 1 of 1 question exactly one option came true.')).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: 'came true' }).last()).toContainText('The service')
  await page.getByLabel('Class, if you like').fill('Group 2')
  const link = page.getByRole('textbox', { name: 'Assignment link' })
  await expect(link).toHaveValue(/\/lessons\/open#l=[\w-]+&for=Group\+2$/)
  await expect(page.getByRole('img', { name: 'QR code of the assignment link' })).toBeVisible()
  expect(await violations(page)).toEqual([])

  const phone = await browser.newContext({ viewport: { width: 390, height: 844 }, colorScheme: 'dark' })
  const student = await phone.newPage()
  const sent: string[] = []
  student.on('request', (request) => sent.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`))
  await student.goto(await link.inputValue())
  await expect(student.getByText('For: Group 2')).toBeVisible()
  expect(await violations(student)).toEqual([])
  expect(
    sent.filter((one) => one.includes('/api/labs')),
    'nothing runs by itself',
  ).toEqual([])
  await student.getByLabel('Your name').press('Enter')
  await expect(student.getByRole('main').getByRole('alert')).toContainText('Type your name')
  await student.getByLabel('Your name').fill('Ana Ćirić')
  await student.getByLabel('Your name').press('Enter')
  await goThrough(student)
  expect(
    sent.filter((one) => one.includes('Ćirić')),
    'the name stays until the end',
  ).toEqual([])
  await student.getByRole('button', { name: 'Make my code' }).press('Enter')
  const code = await student.getByRole('textbox', { name: 'Completion code' }).inputValue()
  expect(code).toMatch(/^GL1\.[\w-]{80,296}$/)
  await expect(student.getByText('Predictions: 1 of 1, looked up in the run here. Tasks: none given.')).toBeVisible()
  expect(await student.evaluate(() => JSON.stringify(localStorage)), 'and goes with it').not.toContain('Ćirić')
  expect(await violations(student)).toEqual([])
  expect(await overflow(student)).toBeLessThanOrEqual(0)
  await phone.close()

  const assigned = await link.inputValue()
  await page.goto('/lessons/check')
  const wrapped = code.replace(/.{40}/g, '$&\n> ')
  const changed = `${code.slice(0, 50)}${code[50] === 'x' ? 'y' : 'x'}${code.slice(51)}`
  await page.getByLabel('Codes').fill(`Ana: ${wrapped}\nAna: ${code}\n${changed}\n${code.slice(0, -4)}`)
  await page.getByLabel('Assignment link').fill(assigned)
  await page.getByRole('button', { name: 'Check', exact: true }).press('Enter')
  await expect(page.getByRole('heading', { name: '2 of 4 valid, 1 handed in more than once' })).toBeVisible()
  const rows = page.getByRole('table').getByRole('row')
  await expect(rows.nth(1)).toContainText('Ana Ćirić')
  await expect(rows.nth(1)).toContainText('A backup at night')
  await expect(rows.nth(2)).toContainText('handed in more than once')
  await expect(rows.nth(3)).toContainText('was changed after it was signed')
  await expect(rows.nth(4)).toContainText('its end is missing')
  expect(await violations(page)).toEqual([])
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save as CSV' }).click()
  const csv = await readFile(await (await saving).path(), 'utf8')
  expect(csv.split('\r\n')[1]).toMatch(/^Ana Ćirić,Group 2,A backup at night,[\w-]{12},.*,1,1,yes,0,0,0,yes,,GL1\./)

  const other = assigned.replace(/#l=[\w-]+/, '#b=device')
  await page.getByLabel('Assignment link').fill(other)
  await page.getByRole('button', { name: 'Check', exact: true }).press('Enter')
  await expect(rows.nth(1)).toContainText('another lesson than the assigned one')
})

test('a built-in lesson is saved, changed and opened again; a broken link says what to do', async ({ page }) => {
  await page.goto('/lessons')
  await page.getByLabel('Or start from a built-in one:').selectOption('client-credentials')
  await page.getByRole('button', { name: 'Look inside' }).press('Enter')
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Edit a copy (Markdown)' }).press('Enter')
  const saved = await readFile(await (await saving).path(), 'utf8')
  await drop(page, saved.replace(/^title: .*$/m, 'title: My own copy'))
  await expect(page.getByRole('heading', { name: 'My own copy' })).toBeVisible()

  await page.goto('/lessons/open#l=AAAA')
  await expect(page.getByRole('main').getByRole('alert')).toContainText('The link is not whole')
  await page.goto('/lessons/play/unknown')
  await expect(page.getByRole('heading', { name: 'This lesson is not in this browser' })).toBeVisible()
})

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1024, 390]) {
    test(`how to write a lesson: axe finds nothing, ${colorScheme}, ${width} wide`, async ({ browser }) => {
      const context = await browser.newContext({ colorScheme, viewport: { width, height: 844 } })
      const page = await context.newPage()
      await page.goto('/lessons/format')
      await page.getByText('Client credentials: client-credentials').press('Enter')
      expect(await violations(page)).toEqual([])
      expect(await overflow(page)).toBeLessThanOrEqual(0)
      await context.close()
    })
  }
}
