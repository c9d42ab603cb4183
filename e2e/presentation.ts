import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test'

export const FLOW = '/present/authorization-code'

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

/** What a lecture begins with: the slide, the console, and a room for the students. */
export async function openClass(context: BrowserContext) {
  const audience = await openAudience(context)
  const desk = await openConsole(audience)
  return { audience, desk, code: await openRoom(desk) }
}

/** Closes the devices of a story that is over: each goes on listening to its room until then. */
export async function closeDevices({ browser, context }: { browser: Browser; context: BrowserContext }) {
  const devices = browser.contexts().filter((one) => one !== context)
  await Promise.all(devices.map((device) => device.close()))
}
