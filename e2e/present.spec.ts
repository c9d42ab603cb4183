import { expect, type Page, test } from '@playwright/test'
import { violations } from './axe'
import { closeDevices, openAudience, openConsole, pressTo, stepOn } from './presentation'

test.afterEach(closeDevices)

test('two windows: the console drives and the slide follows, the inspector included', async ({ context }, {
  annotations,
}) => {
  const audience = await openAudience(context)
  await pressTo(audience, 'PageDown', 1)
  const desk = await openConsole(audience)
  await expect(audience.getByRole('button', { name: 'Take control' }), 'the console took over').toBeVisible()
  for (let step = 2; step <= 6; step++) await pressTo(desk, 'PageDown', step, audience)
  await expect(desk.getByRole('region', { name: 'Notes' })).toContainText('6.')
  await expect(desk.getByRole('region', { name: 'Next', exact: true })).toContainText('7.')

  await desk.getByRole('button', { name: 'Inspector', exact: true }).click()
  await desk.getByRole('button', { name: 'Checks', exact: true }).click()
  await expect(audience.getByRole('tab', { name: 'Checks' }), 'the inspector is shared').toHaveAttribute(
    'aria-selected',
    'true',
  )
  await desk.getByRole('button', { name: 'Map' }).click()
  await expect(audience.getByRole('img', { name: /^Map/ })).toBeVisible()
  await desk.getByRole('button', { name: 'Sequence' }).click()

  // How long the other window takes: measured, and only reported.
  const watch = (page: Page) =>
    page.evaluate(() => {
      const at: [string, number][] = []
      const region = [...document.querySelectorAll('section')].find((one) => one.ariaLabel === 'Current step')
      new MutationObserver(() =>
        at.push([/^\d+/.exec(region?.textContent ?? '')?.[0] ?? '', performance.timeOrigin + performance.now()]),
      ).observe(region as Node, { childList: true, subtree: true, characterData: true })
      Object.assign(window, { seen: at })
    })
  await Promise.all([watch(audience), watch(desk)])
  for (let round = 0; round < 6; round++) {
    await pressTo(desk, 'PageUp', 5, audience)
    await pressTo(desk, 'PageDown', 6, audience)
  }
  const seen = (page: Page) => page.evaluate(() => (window as unknown as { seen: [string, number][] }).seen)
  const [there, here] = [await seen(audience), await seen(desk)]
  const lags = here
    .map(([, at]) => Math.min(...there.map(([, other]) => Math.abs(other - at))))
    .sort((one, other) => one - other)
  const p95 = lags[Math.floor(lags.length * 0.95)] ?? 0
  annotations.push({ type: 'lag between windows', description: `p95 ${p95.toFixed(1)} ms of ${lags.length} changes` })
  process.stdout.write(`Windows on one machine: ${annotations.at(-1)?.description}\n`)
  expect(lags.length).toBeGreaterThan(6)
})

test('a reload returns to the same step, in either window', async ({ context }) => {
  const audience = await openAudience(context)
  for (let step = 1; step <= 4; step++) await pressTo(audience, 'PageDown', step)
  await pressTo(audience, 'PageUp', 3)
  await audience.reload()
  await expect.poll(() => stepOn(audience)).toBe(3)
  await expect(audience.getByRole('button', { name: /^Next/ }), 'it still drives').toBeEnabled()
  const desk = await openConsole(audience)
  await pressTo(desk, 'PageDown', 4, audience)
  await desk.reload()
  await expect(desk.getByText('YOU DRIVE')).toBeVisible()
  await expect(desk.getByRole('button', { name: /^Next/ })).toBeEnabled()
  await pressTo(desk, 'PageDown', 5, audience)
  await audience.reload()
  await expect.poll(() => stepOn(audience)).toBe(5)
})

test('every key of a clicker, F5 among them, and a pointer that leaves nothing behind', async ({ context }) => {
  const page = await openAudience(context)
  await pressTo(page, 'PageDown', 1)
  await pressTo(page, 'PageDown', 2)
  await pressTo(page, 'PageUp', 1)
  const black = page.getByText('The screen is black.')
  for (const key of ['.', 'b']) {
    await page.keyboard.press(key)
    await expect(black).toBeAttached()
    await page.keyboard.press(key)
    await expect(black).not.toBeAttached()
  }
  await page.keyboard.press('b')
  await page.keyboard.press('Escape')
  await expect(black, 'Esc brings the slide back').not.toBeAttached()

  let reloads = 0
  page.on('load', () => {
    reloads += 1
  })
  await page.keyboard.press('F5')
  await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(true)
  await page.keyboard.press('F5')
  await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(false)
  expect(reloads, 'F5 does not reload here').toBe(0)

  await page.keyboard.press('h')
  await expect(page.getByRole('button', { name: /^Next/ })).toBeHidden()
  await page.keyboard.press('h')
  await page.keyboard.press('k')
  await page.mouse.move(900, 500)
  await expect(page.locator('[data-laser]')).toBeAttached()
  await page.keyboard.press('k')
  await expect(page.locator('[data-laser]')).not.toBeAttached()
  await page.keyboard.press('d')
  await page.mouse.move(400, 400)
  await page.mouse.down()
  await page.mouse.move(500, 450, { steps: 4 })
  await page.mouse.up()
  await expect(page.locator('polyline')).toBeAttached()
  await expect(page.locator('polyline'), 'ink vanishes').not.toBeAttached()
})

test('one driver: control is asked for, kept, and handed over', async ({ context }) => {
  const audience = await openAudience(context)
  await pressTo(audience, 'PageDown', 1)
  const desk = await openConsole(audience)
  await audience.keyboard.press('PageDown')
  await expect(audience.getByText('Another window drives.')).toBeVisible()
  expect(await stepOn(audience), 'who follows changes nothing').toBe(1)

  const prompt = desk.getByRole('alertdialog')
  await audience.keyboard.press('c')
  await expect(prompt).toContainText('The audience window asks for control.')
  await prompt.getByRole('button', { name: 'Keep control' }).click()
  await expect(prompt).toBeHidden()
  await expect(desk.getByText('YOU DRIVE')).toBeVisible()
  await audience.keyboard.press('c')
  await prompt.getByRole('button', { name: 'Hand over' }).click()
  await expect(desk.getByText('YOU FOLLOW')).toBeVisible()
  await expect(audience.getByRole('button', { name: /^Next/ })).toBeEnabled()
  await pressTo(audience, 'PageDown', 2)

  await desk.getByRole('button', { name: 'Take control' }).click()
  await expect(desk.getByText('YOU DRIVE'), 'nobody answers: after five seconds it passes').toBeVisible({
    timeout: 9000,
  })
  await expect(desk.getByRole('button', { name: /^Next/ })).toBeEnabled()
  await pressTo(desk, 'PageDown', 3, audience)
})

for (const theme of ['projector', 'light', 'dark'] as const) {
  test(`axe finds nothing on slide and console, ${theme}`, async ({ browser, baseURL }) => {
    test.slow()
    // The system is dark, so that each theme has to bring all of its colours.
    const context = await browser.newContext({ colorScheme: 'dark', ...(baseURL && { baseURL }) })
    const audience = await openAudience(context)
    await context.addCookies([{ name: 'theme', value: theme, url: audience.url() }])
    const desk = await openConsole(audience)
    for (let press = 0; press < 3 && (await audience.getByRole('main').getAttribute('data-theme')) !== theme; press++) {
      await desk.keyboard.press('t')
      await desk.waitForFunction(() => true)
      await audience.waitForFunction(() => true)
    }
    await desk.getByRole('button', { name: 'Open a room' }).click()
    await expect(desk.getByRole('button', { name: 'Close the room' })).toBeVisible()
    expect(await violations(audience), 'before the first step').toEqual([])
    for (let step = 1; step <= 4; step++) await pressTo(desk, 'PageDown', step, audience)
    await desk.keyboard.press('i')
    await expect(audience.getByRole('tab', { name: 'Message' })).toBeVisible()
    await audience.mouse.move(300, 300)
    expect(await violations(audience), 'with the inspector').toEqual([])
    expect(await violations(desk), 'console').toEqual([])
    await desk.keyboard.press('q')
    await expect(audience.getByRole('region', { name: 'Question' })).toBeVisible()
    expect(await violations(audience), 'with a question').toEqual([])
    await desk.keyboard.press('?')
    expect(await violations(desk), 'keys').toEqual([])
  })
}

test('on a projector of 1920 by 1080 no text is below 24 px and no line below 3 px', async ({ context }) => {
  const audience = await openAudience(context)
  const small = () =>
    audience.evaluate(() => {
      const found: string[] = []
      const seen = (element: Element) => {
        const { width, height } = element.getBoundingClientRect()
        return (
          width > 1 &&
          height > 1 &&
          getComputedStyle(element).visibility === 'visible' &&
          !element.closest('.sr-only, dialog')
        )
      }
      for (const element of document.querySelectorAll('body *')) {
        if (!seen(element)) continue
        const zoom = (element as Element & { currentCSSZoom: number }).currentCSSZoom
        const style = getComputedStyle(element)
        const says = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim())
        // Letters inside a picture are part of the picture.
        if (says && !element.closest('svg') && Number.parseFloat(style.fontSize) * zoom < 23.99)
          found.push(`text ${element.textContent}: ${Number.parseFloat(style.fontSize) * zoom}`)
        for (const side of ['Top', 'Right', 'Bottom', 'Left'] as const) {
          const border = Number.parseFloat(style[`border${side}Width`]) * zoom
          if (border > 0 && border < 2.99 && style[`border${side}Color`] !== 'rgba(0, 0, 0, 0)')
            found.push(`border ${element.className}: ${border}`)
        }
        if (element.matches('[data-channel] > path[stroke], [data-act] > path[stroke]')) {
          const line = Number.parseFloat(element.getAttribute('stroke-width') ?? '1') * zoom
          if (
            element.getAttribute('fill') === null &&
            !element.getAttribute('stroke')?.includes('--canvas') &&
            line < 2.99
          )
            found.push(`line: ${line}`)
        }
      }
      return [...new Set(found)]
    })
  const magnified = await audience
    .locator('.slide')
    .evaluate((slide) => 'currentCSSZoom' in slide && slide.currentCSSZoom)
  expect(magnified, 'the audit counts with the magnification').toBeCloseTo(2.08, 2)
  expect(await small(), 'before the first step').toEqual([])
  for (let step = 1; step <= 5; step++) await pressTo(audience, 'PageDown', step)
  expect(await small(), 'the diagram').toEqual([])
  await audience.keyboard.press('m')
  expect(await small(), 'the map').toEqual([])
  await audience.keyboard.press('m')
  expect(await small(), 'the text').toEqual([])
  await audience.keyboard.press('m')
  for (const tab of ['1', '2', '3']) {
    await audience.keyboard.press(tab)
    await expect(audience.getByRole('tabpanel')).toBeVisible()
    expect(await small(), `inspector, tab ${tab}`).toEqual([])
  }
  const titles = await audience.getByRole('region', { name: 'Current step' }).locator('p').first().textContent()
  expect((titles ?? '').split(/\s+/).length, 'a title has at most eight words').toBeLessThanOrEqual(8)
})

test('the whole flow is presented with the keyboard only, from the player', async ({ page, context }) => {
  await page.goto('/flows/authorization-code')
  await expect(page.getByRole('button', { name: /^Next/ })).toBeEnabled()
  const link = page.getByRole('link', { name: 'Present' })
  await link.focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/present\/authorization-code/)
  await expect(page.getByRole('button', { name: /^Next/ })).toBeEnabled()
  for (let step = 1; step <= 20; step++) await pressTo(page, 'ArrowRight', step)
  await pressTo(page, 'Home', 0)
  await pressTo(page, 'End', 20)
  const opened = context.waitForEvent('page')
  await page.getByRole('link', { name: 'Console' }).focus()
  await page.keyboard.press('Enter')
  const desk = await opened
  await expect(desk.getByText('YOU DRIVE')).toBeVisible()
  await expect(desk.getByRole('region', { name: 'Next', exact: true })).toContainText('Nothing')
})
