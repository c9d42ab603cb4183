import { readFile } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import { overflow, violations } from './axe'
import { ComparePage } from './compare'

test('somebody who has to choose compares authorization code with PKCE and implicit', async ({ page }) => {
  test.setTimeout(120_000)
  const compare = new ComparePage(page)
  await page.goto('/compare')
  await page.getByRole('link', { name: 'Why was the implicit grant given up?' }).click()
  await expect(page.getByRole('heading', { name: 'Authorization code', level: 3 })).toBeVisible()
  await expect(compare.next).toHaveAttribute('aria-disabled', 'false')

  await test.step('phase by phase, a missing one says why', async () => {
    for (const phase of ['ask', 'decide', 'return', 'redeem']) {
      await compare.next.click()
      await compare.arrived(phase)
    }
    await expect(compare.cell('Implicit', 'Trade the code for tokens')).toContainText('There is no code to trade')
    const redeem = compare.cell('Authorization code', 'Trade the code for tokens')
    await expect(redeem.getByRole('button', { name: /POST \/token, carries .*verifier/ })).toBeVisible()
    await expect(page.getByText(/^First difference: /)).toHaveCount(2)
  })

  await test.step('an answer that is not known yet says so', async () => {
    expect((await compare.answers('Code useful to a thief')).every((text) => text.includes('Run to the end'))).toBe(
      true,
    )
  })

  await compare.runAll()
  await test.step('the three decisive rows', async () => {
    const [code = '', implicit = ''] = await compare.answers('Secret in a URL')
    expect(code).toContain('Yes: code')
    expect(implicit).toContain('Yes: access token')
    expect(await compare.answers('Token readable by page script')).toEqual([
      expect.stringContaining('No: no page ever had it'),
      expect.stringContaining('Yes'),
    ])
    expect(await compare.answers('Code useful to a thief')).toEqual([
      expect.stringContaining('No: 401 invalid_client'),
      'There is no code',
    ])
    expect(await compare.answers('Token usable by whoever finds it')).toEqual([
      expect.stringContaining('Yes: 200 photos'),
      expect.stringContaining('Yes: 200 photos'),
    ])
  })

  await test.step('an answer leads to the message that proves it', async () => {
    await page.getByRole('button', { name: /^Implicit, Secret in a URL: step/ }).click()
    await expect(compare.message.getByText(/^access_token$/).first()).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(compare.message).toBeHidden()
    await expect(page.getByRole('button', { name: /^Implicit, Secret in a URL: step/ })).toBeFocused()
  })

  await test.step('the filter leaves the differences', async () => {
    await page.getByRole('checkbox', { name: 'Differences only' }).check()
    await expect(page.getByRole('row', { name: /Secret in a URL/ })).toBeVisible()
    await expect(page.getByRole('row', { name: /Token usable by whoever finds it/ })).toBeHidden()
  })
})

test('what PKCE is good for: the same thief, with and without', async ({ page }) => {
  const compare = new ComparePage(page)
  await compare.open('authorization-code~client:public,authorization-code~pkce:off~client:public')
  await compare.runAll()
  await expect(page.getByText('First difference: carries the challenge')).toBeVisible()
  expect(await compare.answers('Code useful to a thief')).toEqual([
    expect.stringContaining('No: 400 invalid_grant'),
    expect.stringContaining('Yes: 200 tokens'),
  ])
  await page.getByRole('button', { name: /PKCE: Off.*Code useful to a thief: step/ }).click()
  await expect(compare.message).toContainText('The copy was good enough')
})

test('with the keyboard only: phases, one step in one column, back without a server', async ({ page }) => {
  const compare = new ComparePage(page)
  await compare.open('authorization-code,client-credentials')
  await page.keyboard.press('ArrowRight')
  await compare.arrived('ask')
  const decide = compare.cell('Authorization code', 'Let the user decide')
  await page.keyboard.press('Shift+ArrowRight')
  await expect(decide.getByRole('button')).toHaveCount(1)
  await compare.arrived('decide')
  await expect(compare.cell('Client credentials', 'Use the access').getByRole('button')).toHaveCount(0)
  await page.keyboard.press('ArrowRight')
  await expect(compare.next).toHaveAccessibleName('Next phase: Bring the answer back')
  await expect(compare.cell('Client credentials', 'Let the user decide')).toContainText('The user is not involved.')

  const calls: string[] = []
  page.on('request', (request) => request.url().includes('/api/') && calls.push(request.url()))
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await expect.poll(() => compare.phase()).toBeNull()
  await expect(compare.next).toHaveAccessibleName('Next phase: Ask for access')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => compare.phase()).toBe('decide')
  expect(calls, 'looking back calls no server').toEqual([])

  const first = compare.cell('Authorization code', 'Ask for access').getByRole('button').first()
  await first.focus()
  await page.keyboard.press('Enter')
  await expect(compare.message.getByRole('heading', { name: 'Authorization code', level: 2 })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(first).toBeFocused()
})

test('a column is changed, added and removed, and the address follows', async ({ page }) => {
  const compare = new ComparePage(page)
  await compare.open('authorization-code,implicit')
  await page.getByRole('button', { name: 'Change: Implicit' }).click()
  const change = page.getByRole('dialog', { name: 'Change this column' })
  await change.getByRole('combobox', { name: 'Flow' }).selectOption('authorization-code')
  await expect(change.getByRole('button', { name: 'Change', exact: true })).toBeDisabled()
  await expect(change.getByRole('status')).toContainText('stands there already')
  await change.getByRole('combobox', { name: 'PKCE' }).selectOption('off')
  await change.getByRole('button', { name: 'Change', exact: true }).click()
  await expect(page).toHaveURL(/flows=authorization-code,authorization-code~pkce:off/)
  await expect(page.getByText('PKCE: Required', { exact: true }).first()).toBeVisible()

  await page.getByRole('button', { name: 'Add a flow' }).click()
  const add = page.getByRole('dialog', { name: 'Add a flow' })
  await add.getByRole('combobox', { name: 'Flow' }).selectOption('device')
  await add.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(page).toHaveURL(/~pkce:off,device/)
  await page.getByRole('button', { name: 'Remove: Authorization code, PKCE: Required' }).click()
  await expect(page).toHaveURL(/flows=authorization-code~pkce:off,device$/)
  await expect(page.getByRole('heading', { level: 3, name: 'Device authorization' })).toBeVisible()
})

test('a link that has something wrong leads to what comes nearest, and says so', async ({ page }) => {
  const compare = new ComparePage(page)
  await compare.open('autorization-code~colour:red,implicit')
  await expect(
    page.getByText('There is no flow “autorization-code”: “Authorization code” comes nearest.'),
  ).toBeVisible()
  await expect(page.getByText(/has no option “colour”/)).toBeVisible()
  await expect(page.getByRole('heading', { level: 3, name: 'Implicit' })).toBeVisible()
})

test('shared: the link stands where it was copied, the table goes as Markdown and as a picture', async ({
  page,
  context,
  browser,
}) => {
  test.setTimeout(120_000)
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const compare = new ComparePage(page)
  await compare.open('implicit,password')
  await compare.runAll()
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText())
  const copied = async (name: string) => {
    await page.evaluate(() => navigator.clipboard.writeText(''))
    await page.getByRole('button', { name }).click()
    await expect.poll(clipboard).not.toBe('')
    return clipboard()
  }
  const markdown = await copied('Copy as Markdown')
  expect(markdown).toMatch(/^\| {2}\| Implicit \| Password credentials \|$/m)
  expect(markdown).toMatch(/^\| Secret in a URL \| Yes: access token \| No \|$/m)
  expect(markdown).toMatch(/^\| Password seen by the application \| No: by the auth server alone \| Yes \|$/m)

  const saved = async (name: string) => {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: `Save as ${name}` }).click(),
    ])
    return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) }
  }
  const svg = await saved('SVG')
  expect(svg.name).toBe('grant-lab-implicit-vs-password.svg')
  expect(svg.bytes.toString()).toContain('Yes: access token')
  const png = await saved('PNG')
  expect(png.name).toBe('grant-lab-implicit-vs-password.png')
  expect(png.bytes.subarray(1, 4).toString()).toBe('PNG')
  expect(png.bytes.readUInt32BE(16), 'twice the size of the drawing').toBe(2 * (220 + 2 * 230))

  const link = await copied('Copy link')
  expect(link).toMatch(/\/compare\?flows=implicit,password&phase=revoke$/)
  const stranger = await browser.newPage()
  await stranger.goto(link)
  const theirs = new ComparePage(stranger)
  await theirs.finished()
  expect((await theirs.answers('Secret in a URL')).join()).toContain('Yes: access token')
  await stranger.close()
})

test('a reload stands where it stood, in the same labs', async ({ page }) => {
  const compare = new ComparePage(page)
  await compare.open('client-credentials,jwt-bearer')
  await compare.runAll()
  const created: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/api/labs')) created.push(request.url())
  })
  await page.reload()
  await compare.finished()
  expect(created).toEqual([])
})

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`axe finds nothing, ${colorScheme}`, () => {
    test.use({ colorScheme })
    for (const width of [1440, 1024, 390]) {
      test(`${width} wide`, async ({ page }) => {
        test.setTimeout(120_000)
        await page.setViewportSize({ width, height: width === 390 ? 844 : 900 })
        const compare = new ComparePage(page)
        await page.goto('/compare')
        expect(await violations(page), 'suggestions').toEqual([])
        await compare.open('authorization-code,implicit,client-credentials')
        await compare.runAll()
        expect(await violations(page), 'at the end').toEqual([])
        const card = page.getByRole('button', { name: /^Step 1: / }).first()
        await card.click()
        await expect(compare.message).toBeVisible()
        expect(await violations(page), 'a message').toEqual([])
        await page.keyboard.press('Escape')
        await page
          .getByRole('button', { name: /^Change: / })
          .first()
          .click()
        expect(await violations(page), 'the dialog').toEqual([])
      })
    }
  })
}

test('on a phone: tabs instead of columns, cards instead of the table, nothing sideways', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const compare = new ComparePage(page)
  await compare.open('authorization-code,implicit')
  await compare.runAll()
  await expect(compare.cell('Authorization code', 'Trade the code for tokens')).toBeVisible()
  await expect(compare.cell('Implicit', 'Trade the code for tokens')).toBeHidden()
  await page.getByRole('tab', { name: 'Authorization code' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('tab', { name: 'Implicit' })).toHaveAttribute('aria-selected', 'true')
  await expect(compare.cell('Implicit', 'Trade the code for tokens')).toContainText('No such phase')
  const card = page
    .getByRole('list', { name: 'Comparison' })
    .getByRole('listitem')
    .filter({ hasText: 'Secret in a URL' })
  await expect(card).toContainText('Yes: code')
  await expect(card).toContainText('Yes: access token')
  for (const path of ['/compare', '/compare?flows=authorization-code,implicit,password,client-credentials']) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1, name: 'Compare flows' })).toBeVisible()
    expect(await overflow(page), path).toBeLessThanOrEqual(0)
  }
})

test('four flows stand side by side; the page itself never scrolls sideways', async ({ page }) => {
  const compare = new ComparePage(page)
  for (const width of [1440, 1024]) {
    await page.setViewportSize({ width, height: 900 })
    await compare.open('authorization-code,implicit,password,client-credentials')
    expect(await overflow(page), `${width} wide`).toBeLessThanOrEqual(0)
    const widths = await page.locator('[data-column="0"]').evaluateAll((all) => all.map((one) => one.clientWidth))
    expect(Math.min(...widths)).toBeGreaterThanOrEqual(320)
  }
})

test('the catalogue leads here', async ({ page }) => {
  await page.goto('/flows')
  await page.getByRole('link', { name: 'Compare Implicit with another flow' }).click()
  await expect(page).toHaveURL(/\/compare\?flows=implicit/)
  await expect(page.getByText(/Add a second flow to compare it with/)).toBeVisible()
})

test('the browser’s Back undoes a change of columns, and then leaves', async ({ page }) => {
  const compare = new ComparePage(page)
  const column = (name: string) => page.getByRole('heading', { name, level: 3 })
  await page.goto('/compare')
  await page.getByRole('link', { name: 'Why was the implicit grant given up?' }).click()
  await expect(column('Implicit')).toBeVisible()
  await expect(compare.next).toHaveAttribute('aria-disabled', 'false')
  await page.getByRole('button', { name: /^Remove: Implicit/ }).click()
  await expect(column('Implicit')).toBeHidden()
  await page.goBack()
  await expect(column('Implicit')).toBeVisible()
  await expect(column('Authorization code')).toBeVisible()
  expect(new URL(page.url()).searchParams.get('flows')).toContain('implicit')
  await page.goForward()
  await expect(column('Implicit')).toBeHidden()
  await page.goBack()
  await page.goBack()
  await expect(page.getByRole('link', { name: 'Why was the implicit grant given up?' })).toBeVisible()
})

test('a long status line is cut in its column, and widens nothing', async ({ page }) => {
  await page.setViewportSize({ width: 1100, height: 900 })
  const compare = new ComparePage(page)
  await compare.open('authorization-code,implicit,client-credentials~bound:dpop')
  await compare.runAll()
  expect(await overflow(page)).toBeLessThanOrEqual(0)
})

test('four columns fit a window 1440 wide', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  const compare = new ComparePage(page)
  await compare.open('authorization-code,implicit,password,client-credentials')
  await expect(page.getByRole('button', { name: /^Remove: Client credentials/ })).toBeInViewport({ ratio: 1 })
})
