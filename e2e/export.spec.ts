import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { overflow, violations } from './axe'
import { PlayerPage } from './player'

/** A run that has come to its last step. */
async function finished(
  page: Page,
  query = '',
  flow = 'authorization-code',
  last = 'photos-shown',
): Promise<PlayerPage> {
  const player = new PlayerPage(page)
  await page.goto(`/flows/${flow}?step=${last}${query}`)
  await expect(player.next).toBeVisible()
  await expect.poll(() => player.slug()).toBe(last)
  return player
}

const share = (page: Page) => page.getByRole('dialog', { name: 'Share and export' })

async function openShare(page: Page) {
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  await expect(share(page)).toBeVisible()
}

/** Presses a button of the dialog; the path of what the browser saved. */
async function save(page: Page, name: string): Promise<{ path: string; file: string }> {
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    share(page).getByRole('button', { name, exact: true }).click(),
  ])
  return { path: await saved.path(), file: saved.suggestedFilename() }
}

test('a picture has every line: the SVG by its elements, the PNG by its pixels', async ({ page, context }) => {
  const player = await finished(page)
  const steps = await player.count()
  await openShare(page)
  await share(page).getByLabel('Shows').selectOption('All steps')
  const svg = readFileSync((await save(page, 'SVG')).path, 'utf8')
  const png = await save(page, 'PNG')
  expect(png.file).toBe('authorization-code.png')

  const reader = await context.newPage()
  await reader.setContent(svg.slice(svg.indexOf('<svg')))
  const drawn = await reader.evaluate(
    async ({ image }) => {
      const picture = new Image()
      picture.src = `data:image/png;base64,${image}`
      await picture.decode()
      const canvas = document.createElement('canvas')
      canvas.width = picture.naturalWidth
      canvas.height = picture.naturalHeight
      const context = canvas.getContext('2d')
      const root = document.querySelector('svg')
      if (!context || !root) throw new Error('The picture cannot be read.')
      context.drawImage(picture, 0, 0)
      const scale = picture.naturalWidth / root.width.baseVal.value
      const origin = root.getBoundingClientRect()
      const [red, green, blue] = context.getImageData(2, 2, 1, 1).data
      const isGround = (at: number, data: Uint8ClampedArray) =>
        Math.abs((data[at] ?? 0) - (red ?? 0)) +
          Math.abs((data[at + 1] ?? 0) - (green ?? 0)) +
          Math.abs((data[at + 2] ?? 0) - (blue ?? 0)) <
        60
      const edges = [...root.querySelectorAll('[data-step]')].map((edge) => {
        const box = edge.getBoundingClientRect()
        const width = Math.round(box.width * scale)
        const rows = Math.max(1, Math.round(box.height * scale))
        const { data } = context.getImageData(
          (box.left - origin.left) * scale,
          (box.top - origin.top) * scale,
          width,
          rows,
        )
        const columns = Array.from({ length: width }, (_, x) =>
          Array.from({ length: rows }, (_, y) => 4 * (y * width + x)).some((at) => !isGround(at, data)),
        )
        return columns.filter(Boolean).length / width
      })
      return { edges, title: root.querySelector('title')?.textContent, scale }
    },
    { image: readFileSync(png.path).toString('base64') },
  )
  expect(drawn.title).toBe('Authorization code')
  expect(drawn.scale).toBe(2)
  expect(drawn.edges).toHaveLength(steps)
  for (const inked of drawn.edges) expect(inked, 'part of a line that is there, pixel by pixel').toBeGreaterThan(0.5)
})

test('Mermaid, HAR and transcript are opened again by their readers', async ({ page, context }) => {
  const player = await finished(page)
  const steps = await player.count()
  await openShare(page)
  const mermaid = readFileSync((await save(page, 'Save Mermaid')).path, 'utf8')
  const transcript = readFileSync((await save(page, 'Save Markdown transcript')).path, 'utf8')
  const har = await save(page, 'Save HAR 1.2')

  const reader = await context.newPage()
  await reader.setContent('<div id="drawn"></div>')
  await reader.addScriptTag({ path: 'node_modules/mermaid/dist/mermaid.min.js' })
  const numbers = await reader.evaluate(async (text) => {
    const { mermaid } = globalThis as unknown as {
      mermaid: { render(id: string, text: string): Promise<{ svg: string }> }
    }
    const { svg } = await mermaid.render('diagram', text)
    document.body.innerHTML = svg
    return [...document.querySelectorAll('.sequenceNumber')].map((number) => Number(number.textContent))
  }, mermaid)
  expect(numbers).toEqual(Array.from({ length: steps }, (_, at) => at + 1))

  expect(transcript.match(/^### \d+\. /gm)).toHaveLength(steps)

  const archive: {
    log: { entries: { request: { method: string; url: string }; response: { content: { text: string } } }[] }
  } = JSON.parse(readFileSync(har.path, 'utf8'))
  const photos = archive.log.entries.findLast(
    ({ request }) => request.method === 'GET' && /\/photos$/.test(request.url),
  )
  if (!photos) throw new Error('The archive has no photos.')
  await context.routeFromHAR(har.path, { notFound: 'abort' })
  const answered = await reader.goto(photos.request.url)
  expect(await answered?.text(), 'Playwright answers from the archive').toBe(photos.response.content.text)
})

test('the cURL script runs the flow again in a lab of its own, to the photos', async ({ page, baseURL }) => {
  test.setTimeout(120_000)
  const flows = {
    'authorization-code': 'photos-shown',
    'authorization-code-browser': 'resource-response',
    device: 'resource-response',
  }
  for (const [flow, last] of Object.entries(flows)) {
    await finished(page, '', flow, last)
    await openShare(page)
    const { path } = await save(page, 'Save cURL script')
    const { status, stdout, stderr } = spawnSync('bash', [path], {
      encoding: 'utf8',
      env: { ...process.env, APP: baseURL },
      timeout: 50_000,
    })
    expect(stderr, flow).toBe('')
    expect(status, flow).toBe(0)
    expect(stdout, flow).toContain('White rabbit, running late')
  }
})

test('a saved run opens as a replay that calls no server, and is forked live to the same step', async ({ page }) => {
  const player = await finished(page, '&pkce=on')
  const steps = await player.count()
  await openShare(page)
  const { path, file } = await save(page, 'Save Run file')
  expect(file).toBe('authorization-code.oauthrun.json')
  const secret = /"code":"?([\w-]{30,})|code=([\w-]{30,})/.exec(readFileSync(path, 'utf8'))
  expect(secret, 'no code in the file').toBeNull()

  await page.goto('/runs/import')
  const calls: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('/api/')) calls.push(request.url())
  })
  await page.getByLabel('Run file').setInputFiles(path)
  await expect(page.getByText('RECORDED')).toBeVisible()
  expect(await player.count()).toBe(steps)
  await expect(player.next).toHaveAttribute('aria-disabled', 'true')
  await page.keyboard.press('Home')
  for (let press = 0; press < steps; press++) await player.next.click()
  const place = page.getByRole('slider', { name: 'Step' })
  await expect(place).toHaveValue(String(steps))
  await place.fill('13')
  for (const tab of ['Checks', 'Tokens & storage', 'Machine', 'Message'] as const) {
    await player.tab(tab).click()
    await expect(player.panel()).toBeVisible()
  }
  await expect(player.panel()).toContainText('code~1')
  await expect(page.getByRole('button', { name: 'Send again' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Restart' })).toHaveCount(0)
  expect(await violations(page)).toEqual([])
  expect(calls, 'a replay calls no server').toEqual([])

  await page.getByRole('button', { name: 'Fork live' }).click()
  await page.waitForURL(/\/flows\/authorization-code\?/)
  await expect(player.next).toBeEnabled()
  expect(new URL(page.url()).searchParams.get('pkce')).toBe('on')
  expect(player.slug()).toBe('token-request')
  await player.tab('Message').click()
  await expect(player.panel()).not.toContainText('code~1')
  await player.stepTo('photos-shown')
})

test('what a learner did by hand is done again: a denial', async ({ page }) => {
  const player = new PlayerPage(page)
  await player.open('?step=consent-page')
  await player.screen.getByRole('button', { name: /deny/i }).click()
  await player.arrived(9)
  await player.stepTo('authorization-error')
  await openShare(page)
  const { path } = await save(page, 'Save Run file')
  await page.goto('/runs/import')
  await page.getByLabel('Run file').setInputFiles(path)
  await page.getByRole('button', { name: 'Fork live' }).click()
  await page.waitForURL(/step=authorization-error/)
  await expect(player.next).toBeVisible()
})

test('a file that is no run gets a sentence, and nothing is lost', async ({ page }) => {
  await page.goto('/runs/import')
  const input = page.getByLabel('Run file')
  await input.setInputFiles({ name: 'notes.json', mimeType: 'application/json', buffer: Buffer.from('{"a":1}') })
  await expect(page.getByRole('alert').filter({ hasText: 'notes.json' })).toContainText('not a run saved by Grant Lab')
  await input.setInputFiles({ name: 'cut.json', mimeType: 'application/json', buffer: Buffer.from('{"format":"gra') })
  await expect(page.getByRole('alert').filter({ hasText: 'cut.json' })).toContainText('cut off on the way')
  expect(await violations(page)).toEqual([])
})

test('secrets go into a file only by a second choice', async ({ page }) => {
  await finished(page)
  await openShare(page)
  await share(page)
    .getByRole('checkbox', { name: /Put the lab’s secrets in/ })
    .check()
  const { path, file } = await save(page, 'Save Run file with secrets')
  expect(file).toBe('authorization-code.with-secrets.oauthrun.json')
  expect(readFileSync(path, 'utf8')).toMatch(/code=[\w-]{30,}/)
})

test('by keyboard alone: two presses to a picture, one to a link', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await finished(page, '&tab=checks&view=map')
  await page.keyboard.press('l')
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toContain('step=photos-shown&tab=checks&view=map&v=1')

  await page.keyboard.press('s')
  await expect(share(page)).toBeVisible()
  expect(await violations(page)).toEqual([])
  const png = share(page).getByRole('button', { name: 'PNG' })
  for (let tabs = 0; tabs < 12; tabs++) {
    if (await png.evaluate((button) => button === document.activeElement)) break
    await page.keyboard.press('Tab')
  }
  const [saved] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
  expect(saved.suggestedFilename()).toBe('authorization-code.png')
  await page.keyboard.press('Escape')
  await expect(share(page)).toBeHidden()
})

test('on a phone the dialog has everything, and scrolls inside', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await finished(page)
  await openShare(page)
  expect((await save(page, 'Save Mermaid')).file).toBe('authorization-code.mmd')
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  expect(await violations(page)).toEqual([])
})

test('a link leads to its step, tab, view and theme; what nobody offers is told', async ({ page }) => {
  const player = new PlayerPage(page)
  await player.open('?step=7&tab=checks&view=transcript&theme=dark')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(player.tab('Checks')).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByRole('button', { name: 'Text', exact: true })).toHaveAttribute('aria-pressed', 'true')
  await expect(page).toHaveURL(/step=consent-request/)
  await page.goto('/flows/authorization-code?tab=secrets&pkce=maybe')
  await expect(page.getByRole('alert').filter({ hasText: 'The link names' })).toContainText(
    'pkce “maybe” and tab “secrets”',
  )
})

test('the handout: one or four steps a page, chosen steps, tagged headings', async ({ page }) => {
  await finished(page)
  await openShare(page)
  await share(page).getByRole('link', { name: 'Open handout' }).click()
  await page.waitForURL(/\/handout/)
  await expect(page.getByRole('heading', { level: 1, name: /Authorization code/ })).toBeVisible()
  await expect(page.getByRole('heading', { level: 2 })).toHaveCount(20)
  expect(await violations(page)).toEqual([])
  await expect(page.getByText('5 pages')).toBeVisible()
  expect(pagesOf(await pdf(page)), 'four steps a page, with notes').toBe(5)

  await page.getByRole('checkbox', { name: 'Notes' }).uncheck()
  await page.getByRole('textbox', { name: 'Steps' }).fill('1,13-14')
  await page.getByRole('button', { name: 'One step a page' }).click()
  const printed = await pdf(page)
  expect(pagesOf(printed), 'one step a page').toBe(3)
  expect(outlineOf(printed)).toEqual(['Authorization code', '1. ', '13. ', '14. '])

  await page.getByRole('textbox', { name: 'Steps' }).fill('19-25')
  await expect(page.getByRole('status').filter({ hasText: 'This run has the steps' })).toContainText('1 to 20')
})

test('a handout of a run that has not begun plays the flow first', async ({ page }) => {
  await page.goto('/flows/client-credentials/handout')
  await page.getByRole('button', { name: 'Play the whole flow' }).click()
  await expect(page.getByRole('heading', { level: 2, name: /^1\. / })).toBeVisible()
})

const pdf = async (page: Page) =>
  (
    await page.pdf({
      format: 'A4',
      margin: { top: '12mm', bottom: '12mm', left: '14mm', right: '14mm' },
      tagged: true,
      outline: true,
    })
  ).toString('latin1')

const pagesOf = (document: string) => document.match(/\/Type \/Page\b(?!s)/g)?.length ?? 0

/** The headings of a tagged document, as its outline has them: the beginnings, in their order on paper. */
function outlineOf(document: string): string[] {
  const titles = Array.from(
    document.matchAll(/\/Title (?:\(((?:\\.|[^)\\])*)\)|<([0-9A-Fa-f]+)>)/g),
    ([, text, hex]) =>
      hex === undefined ? (text ?? '') : Buffer.from(hex.replace(/^feff/i, ''), 'hex').swap16().toString('utf16le'),
  )
  const wanted = [/^Authorization code/, /^\d+\. /]
  const found = titles.flatMap((title) => wanted.flatMap((pattern) => pattern.exec(title)?.[0] ?? []))
  return [...new Set(found)].sort((one, other) => (Number.parseInt(one, 10) || 0) - (Number.parseInt(other, 10) || 0))
}
