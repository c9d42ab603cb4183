import AxeBuilder from '@axe-core/playwright'
import { type BrowserContext, expect, type Page } from '@playwright/test'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
export const FLOW = '/present/authorization-code'

export async function violations(page: Page) {
  const { violations: found } = await new AxeBuilder({ page }).withTags(RULES).analyze()
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)
}

/** The step a present window stands at, by the number in front of its title; 0 is before the first. */
export const stepOn = async (page: Page): Promise<number> => {
  const words = (await page.getByRole('region', { name: 'Current step' }).first().textContent()) ?? ''
  return Number(/^\d+/.exec(words)?.[0] ?? 0)
}

/** Presses a key in the driving window and waits until its slide stands at the step. */
export async function pressTo(page: Page, key: string, step: number, shown: Page = page) {
  await page.keyboard.press(key)
  await expect.poll(() => stepOn(shown), { intervals: [20, 50, 100] }).toBe(step)
}

export async function openAudience(context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  await page.setViewportSize({ width: 1920, height: 1080 })
  await page.goto(FLOW)
  await expect(page.getByRole('button', { name: /^Next/ })).toBeEnabled()
  return page
}

/** The console, opened as a presenter does: by the link on the slide. */
export async function openConsole(audience: Page): Promise<Page> {
  const opened = audience.context().waitForEvent('page')
  await audience.mouse.move(500, 500)
  await audience.getByRole('link', { name: 'Console' }).click()
  const page = await opened
  await expect(page.getByText('YOU DRIVE')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Next/ })).toBeEnabled()
  return page
}

/** Opens a room from the console; answers its code. */
export async function openRoom(desk: Page): Promise<string> {
  await desk.getByRole('button', { name: 'Open a room' }).click()
  const room = desk.getByRole('region', { name: 'Students’ devices' })
  return (await room.getByText(/^[BCDFGHJKMNPQRTVWXZ]{6}$/).textContent()) ?? ''
}
