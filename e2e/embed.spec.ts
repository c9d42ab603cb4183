import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, type FrameLocator, type Page, test } from '@playwright/test'
import { violations } from './axe'
import { PlayerPage } from './player'

const STORY = '/embed/authorization-code?step=token-request'

/** A course page on another site: its own server, on an address that is not the lab's. */
async function coursePage(html: string): Promise<{ url: string; close(): void }> {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(
      `<!doctype html><html lang="en"><title>Course</title><style>body{margin:0}iframe{display:block}</style><main><h1>Week 3</h1>${html}</main>`,
    )
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** Opens a course page with this HTML in it; what stands in its frame. */
async function openCourse(page: Page, html: string): Promise<FrameLocator> {
  const course = await coursePage(html)
  await page.goto(course.url)
  page.once('close', course.close)
  return page.frameLocator('iframe')
}

const frameOf = (address: string, size = 'width="800" height="600"') =>
  `<iframe src="${address.replaceAll('&', '&amp;')}" title="Story" ${size}></iframe>`

const next = (frame: FrameLocator) => frame.getByRole('button', { name: /^Next/ })
const title = (frame: FrameLocator) => frame.getByRole('region', { name: 'Caption' }).getByRole('heading')

/** The step an embed stands at, as its own link names it. */
const stepOf = async (frame: FrameLocator) => {
  const link = await frame.getByRole('link', { name: /^Open in Grant Lab/ }).getAttribute('href')
  return new URLSearchParams(link?.split('?')[1]).get('step')
}

test('a course page on another site frames the story, and it steps on without a cookie', async ({
  page,
  context,
  baseURL,
}) => {
  const calls: { key: string | undefined; cookie: string | undefined; path: string }[] = []
  page.on('request', async (request) => {
    const { pathname } = new URL(request.url())
    if (!pathname.startsWith('/api/labs/')) return
    const headers = await request.allHeaders()
    calls.push({ key: headers.authorization, cookie: headers.cookie, path: pathname })
  })
  const frame = await openCourse(page, frameOf(`${baseURL}${STORY}`))
  await expect(next(frame)).toBeEnabled()
  await expect.poll(() => stepOf(frame)).toBe('token-request')
  await expect(frame.getByRole('button', { name: 'Restart' })).toHaveCount(0)

  const [number = 0] = (await title(frame).textContent())?.match(/^\d+/) ?? []
  await next(frame).click()
  await expect(title(frame)).toContainText(`${Number(number) + 1}.`)
  await frame.getByRole('button', { name: 'Back' }).click()
  await expect(title(frame)).toContainText(`${number}.`)

  await frame.getByRole('button', { name: 'Inspector' }).click()
  await expect(frame.getByRole('complementary', { name: 'Inspector' })).toContainText('code_verifier')
  expect(await violations(page)).toEqual([])

  expect(calls.length).toBeGreaterThan(5)
  for (const { key, cookie, path } of calls) {
    expect(key, path).toMatch(/^Bearer \S+$/)
    expect(cookie, path).toBeUndefined()
  }
  expect((await context.cookies()).filter(({ name }) => name.startsWith('grant_lab_'))).toEqual([])

  const opened = context.waitForEvent('page')
  await frame.getByRole('link', { name: /^Open in Grant Lab/ }).click()
  const lab = new PlayerPage(await opened)
  await expect(lab.next).toBeEnabled()
  expect(lab.page.url()).toContain(`${baseURL}/flows/authorization-code?step=token-request`)
})

test('nothing else may be framed', async ({ page, baseURL }) => {
  const others = ['/flows/authorization-code', '/', '/tokens', '/embed', '/embed/a/b', '/flows/refresh?x=/embed/a']
  for (const path of others) {
    const { headers } = await fetch(`${baseURL}${path}`)
    expect(headers.get('content-security-policy'), path).toContain("frame-ancestors 'none'")
    expect(headers.get('x-frame-options'), path).toBe('DENY')
  }
  const { headers } = await fetch(`${baseURL}${STORY}`)
  expect(headers.get('content-security-policy')).toContain('frame-ancestors *')
  expect(headers.get('x-frame-options')).toBeNull()

  const refused = page.waitForEvent('console', (message) => message.text().includes('frame-ancestors'))
  const frame = await openCourse(page, frameOf(`${baseURL}/flows/authorization-code?step=token-request`))
  await refused
  await expect(next(frame)).toHaveCount(0)
})

test('with the keyboard alone, from the course page into the frame', async ({ page, baseURL }) => {
  const frame = await openCourse(page, frameOf(`${baseURL}/embed/authorization-code`))
  await expect(next(frame)).toBeEnabled()
  await expect(title(frame)).toHaveText('Before the first step')
  for (let press = 0; press < 30; press++) {
    await page.keyboard.press('Tab')
    if (await next(frame).evaluate((button) => button === button.ownerDocument.activeElement)) break
  }
  await page.keyboard.press('Enter')
  await expect(title(frame)).toContainText('1.')
  await page.keyboard.press('ArrowRight')
  await expect(title(frame)).toContainText('2.')
  await page.keyboard.press('ArrowLeft')
  await expect(title(frame)).toContainText('1.')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await expect(frame.getByRole('complementary', { name: 'Inspector' })).toBeVisible()
  await page.keyboard.press('r')
  await expect(title(frame), 'single letters do nothing here').toContainText('1.')
})

test('a locked step is that step alone; a step that never comes is named', async ({ page, baseURL }) => {
  const frame = await openCourse(page, frameOf(`${baseURL}${STORY}&lock=step`))
  await expect(title(frame)).toBeVisible()
  expect(await stepOf(frame)).toBe('token-request')
  await expect(frame.getByRole('complementary', { name: 'Inspector' })).toContainText('code_verifier')
  const before = await title(frame).textContent()
  for (const name of [/^Next/, /^Back$/, /^Edit/, /^Send again/]) {
    await expect(frame.getByRole('button', { name })).toHaveCount(0)
  }
  await title(frame).click()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowLeft')
  expect(await title(frame).textContent()).toBe(before)
  expect(await violations(page)).toEqual([])

  await page.goto(`${baseURL}/embed/authorization-code?step=no-such-step&lock=step`)
  await expect(page.getByRole('main').getByRole('alert')).toContainText('no-such-step')
  await expect(page.getByRole('button', { name: /^Next/ }), 'the reader can go on').toBeEnabled()
})

for (const [width, height] of [
  [320, 400],
  [390, 600],
  [800, 400],
] as const) {
  test(`a frame of ${width} by ${height} has room for everything`, async ({ page, baseURL }) => {
    await page.setViewportSize({ width, height: height + 100 })
    const frame = await openCourse(page, frameOf(`${baseURL}${STORY}`, `width="${width}" height="${height}"`))
    await expect(next(frame)).toBeEnabled()
    const html = frame.locator('html')
    expect(await html.evaluate((root) => [root.scrollWidth, root.scrollHeight]), 'no scrolling').toEqual([
      width,
      height,
    ])
    for (const name of [/^Next/, 'Back', 'Inspector']) {
      const box = await frame.getByRole('button', { name }).boundingBox()
      expect(Math.min(box?.width ?? 0, box?.height ?? 0), String(name)).toBeGreaterThanOrEqual(44)
    }
    await expect(frame.getByRole('region', { name: 'Diagram' })).toBeVisible()
    await expect(title(frame)).toBeInViewport()
    expect(await violations(page)).toEqual([])
    await frame.getByRole('button', { name: 'Inspector' }).click()
    await expect(frame.getByRole('tab', { name: 'Message' })).toBeInViewport()
    expect(await violations(page)).toEqual([])
  })
}

test('Share writes the HTML for a course page, and it works there', async ({ page, context }) => {
  const player = new PlayerPage(page)
  await player.open('?step=token-request&pkce=off')
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Share and export' })
  await dialog.getByRole('checkbox', { name: /^Only this step/ }).check()
  const html = await dialog.getByRole('textbox', { name: 'HTML for a course page' }).inputValue()
  expect(html).toContain('lock=step')
  const course = await openCourse(await context.newPage(), html)
  await expect(title(course)).toBeVisible()
  await expect(course.getByRole('complementary', { name: 'Inspector' })).not.toContainText('code_verifier')
  await expect(next(course)).toHaveCount(0)
})
