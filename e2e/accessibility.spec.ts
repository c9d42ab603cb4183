import { expect, type Page, test } from '@playwright/test'
import { violations } from './axe'
import { PlayerPage } from './player'

/** Pages that other stories do not look at in both colour schemes. */
const PAGES = ['/', '/learn', '/flows', '/join', '/lessons', '/lessons/check', '/runs/import', '/no-such-page']

test.describe('axe finds nothing, projector', () => {
  const others = ['/learn/cast', '/compare', '/attacks', '/attacks/code-replay', '/storage', '/tokens']
  for (const path of [...PAGES, ...others, '/flows/authorization-code?step=token-response', '/learn/implicit']) {
    test(path, async ({ page, context, baseURL }) => {
      await context.addCookies([{ name: 'theme', value: 'projector', url: baseURL ?? '' }])
      await page.goto(path)
      await expect(page.locator('html')).toHaveAttribute('data-theme', 'projector')
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      expect(await violations(page)).toEqual([])
    })
  }
})

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`axe finds nothing, ${colorScheme}`, () => {
    test.use({ colorScheme })

    for (const path of PAGES) {
      test(path, async ({ page }) => {
        await page.goto(path)
        expect(await violations(page)).toEqual([])
      })
    }

    for (const width of [1440, 1024, 390]) {
      test(`the player, ${width} wide`, async ({ page }) => {
        await page.setViewportSize({ width, height: width === 390 ? 844 : 900 })
        const player = new PlayerPage(page)
        await player.open()
        expect(await violations(page), 'before the first step').toEqual([])
        await player.stepTo('consent-page')
        expect(await violations(page), 'while Alice decides').toEqual([])
        await player.stepTo('token-response')
        if (width === 390) await page.getByRole('button', { name: /Inspect$/ }).click()
        for (const tab of ['Message', 'Checks', 'Tokens & storage', 'Exposure', 'Machine'] as const) {
          await player.tab(tab).click()
          expect(await violations(page), `tab ${tab}`).toEqual([])
        }
      })
    }

    test('the map, the text, the editor and the help', async ({ page }) => {
      const player = new PlayerPage(page)
      await player.open('?step=token-request')
      for (const view of ['Map', 'Text', 'Sequence']) {
        await page
          .getByRole('radio', { name: view })
          .or(page.getByRole('button', { name: view, exact: true }))
          .click()
        expect(await violations(page), view).toEqual([])
      }
      await page.keyboard.press('?')
      expect(await violations(page), 'help').toEqual([])
      await page.keyboard.press('Escape')
      await page.keyboard.press('e')
      expect(await violations(page), 'editor').toEqual([])
    })
  })
}

test('reduced motion: nothing moves', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const player = new PlayerPage(page)
  await player.open('?step=token-request')
  await player.step()
  expect(await animationsRunning(page)).toBe(0)
})

test('two seconds after a step nothing moves any more', async ({ page }) => {
  const player = new PlayerPage(page)
  for (const view of ['sequence', 'map', 'transcript']) {
    await player.open(`?step=token-request&view=${view}`)
    await player.step()
    await expect.poll(() => animationsRunning(page), { timeout: 2_000, message: view }).toBe(0)
  }
})

function animationsRunning(page: Page): Promise<number> {
  return page.evaluate(() => document.getAnimations().filter((one) => one.playState === 'running').length)
}

test('the policy of the pages is strict, and nothing breaks it', async ({ page }) => {
  const broken: string[] = []
  page.on('console', (message) => {
    if (/Content Security Policy|Content-Security-Policy/.test(message.text())) broken.push(message.text())
  })
  const answer = await page.goto('/flows/authorization-code')
  const policy = answer?.headers()['content-security-policy'] ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toContain('unsafe-eval')
  expect(policy.match(/script-src[^;]*/)?.[0]).not.toContain('unsafe-inline')
  await new PlayerPage(page).stepTo('consent-page')
  expect(broken).toEqual([])
})
