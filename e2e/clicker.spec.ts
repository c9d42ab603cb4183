import { type Browser, expect, type Page, test } from '@playwright/test'
import { violations } from './axe'
import { closeDevices, openClass, pressTo, stepOn } from './presentation'

test.afterEach(closeDevices)

const PHONE = { width: 390, height: 844 }

/** The link to the phone, as the console shows it. */
async function clickerLink(desk: Page): Promise<string> {
  await desk.getByRole('button', { name: 'Phone clicker' }).press('Enter')
  await expect(desk.getByRole('img', { name: 'QR code of the phone clicker' })).toBeVisible()
  return (await desk.getByRole('link', { name: 'Open it here' }).getAttribute('href')) ?? ''
}

async function openPhone(browser: Browser, link: string, viewport = PHONE): Promise<Page> {
  const page = await (await browser.newContext({ viewport, isMobile: true, hasTouch: true })).newPage()
  await page.goto(link)
  await expect(next(page)).toBeVisible()
  return page
}

const next = (phone: Page) => phone.getByRole('button', { name: /^Next/ })
const back = (phone: Page) => phone.getByRole('button', { name: /^Back/ })
const followed = (student: Page) => student.getByRole('list', { name: 'Transcript' }).locator(':scope > li')

test('a press on the phone moves the audience and the students', async ({ browser, context }) => {
  test.slow()
  const { audience, desk, code } = await openClass(context)
  const link = await clickerLink(desk)
  const phone = await openPhone(browser, link)
  const student = await (await browser.newContext()).newPage()
  await student.goto(`/join/${code}`)

  for (let step = 1; step <= 3; step++) {
    await next(phone).tap()
    await expect.poll(() => stepOn(audience)).toBe(step)
    await expect(followed(student)).toHaveCount(step)
    await expect(phone.getByText(`${step}/`)).toBeVisible()
    await expect(next(phone)).toHaveAttribute('aria-disabled', 'false')
  }
  await expect(phone.getByRole('region', { name: 'Notes' })).toContainText('3.')
  await back(phone).tap()
  await expect.poll(() => stepOn(audience)).toBe(2)
  await desk.keyboard.press('l')
  await desk.keyboard.press('PageUp')
  await expect(desk.getByText('PRIVATE: the audience')).toBeVisible()
  await next(phone).tap()
  await expect.poll(() => stepOn(audience), 'the phone is for the audience, whatever the console looks at').toBe(3)
  await expect(desk.getByText('YOU DRIVE')).toBeVisible()
  await expect(next(phone)).toHaveAttribute('aria-disabled', 'false')
  await back(phone).tap()
  await expect.poll(() => stepOn(audience)).toBe(2)
  await expect(desk.getByText('1 follows'), 'the phone is nobody of the class').toBeVisible()

  const black = audience.getByText('The screen is black.')
  await phone.getByRole('button', { name: 'Black screen' }).tap()
  await expect(black).toBeAttached()
  await phone.getByRole('button', { name: 'Black screen', pressed: true }).tap()
  await expect(black).not.toBeAttached()
  await phone.getByRole('button', { name: 'Ask: what next?' }).tap()
  await expect(student.getByRole('region', { name: 'Question' })).toBeVisible()
  await phone.getByRole('button', { name: 'Reveal' }).tap()
  await expect(audience.getByRole('region', { name: 'Question' })).toContainText('what came')

  await desk.getByRole('button', { name: 'Start the clock' }).click()
  await expect(phone.getByRole('timer')).toHaveText(/^0:0\d$/)
  await expect(phone.getByText('on time').or(phone.getByText('ahead'))).toBeVisible()

  expect(new URL(phone.url()).hash, 'the key does not stay in the address bar').toBe('')
  await phone.reload()
  await expect(next(phone), 'and a reload keeps it').toBeVisible()
  await phone.getByRole('button', { name: 'Put it away' }).tap()
  await expect(audience.getByRole('region', { name: 'Question' })).toBeHidden()
  await desk.getByRole('button', { name: 'Close the room' }).click()
  await expect(phone.getByText('The presenter has closed the room.')).toBeVisible()
})

test('what comes twice or late moves nothing, and who has no key is refused', async ({ browser, context, request }) => {
  const { audience, desk, code } = await openClass(context)
  const link = await clickerLink(desk)
  const key = new URL(link).hash.slice(1)
  await pressTo(desk, 'PageDown', 1, audience)
  await expect.poll(async () => (await (await request.get(`/api/rooms/${code}`)).json()).state.step).not.toBeNull()
  const room = await (await request.get(`/api/rooms/${code}`)).text()
  expect(room, 'nobody who follows is told the key').not.toContain(key)
  for (const page of [audience, desk])
    expect(await page.locator('.slide').first().innerHTML(), 'it is not on any slide').not.toContain(key)

  const { term, moved } = JSON.parse(room).state
  const wish = (authorization?: string) =>
    request.post(`/api/rooms/${code}/clicker`, {
      data: { want: 'next', term, moved },
      ...(authorization && { headers: { authorization } }),
    })
  for (const wrong of [undefined, 'Bearer x', `Bearer ${key.slice(1)}`]) expect((await wish(wrong)).status()).toBe(404)
  expect((await request.get(`/api/rooms/${code}/clicker`)).status(), 'only who presents makes clickers').toBe(404)
  expect(await stepOn(audience)).toBe(1)

  for (const one of await Promise.all([wish(`Bearer ${key}`), wish(`Bearer ${key}`)])) expect(one.status()).toBe(204)
  await expect.poll(() => stepOn(audience)).toBe(2)
  expect((await wish(`Bearer ${key}`)).status()).toBe(204)
  await pressTo(desk, 'PageDown', 3, audience)
  expect(await stepOn(audience), 'three old wishes and one press').toBe(3)

  const bare = await (await browser.newContext()).newPage()
  await bare.goto(`/clicker/${code}`)
  await expect(bare.getByText('This clicker has no key.')).toBeVisible()
  expect(await violations(bare)).toEqual([])
})

for (const viewport of [PHONE, { width: 320, height: 568 }, { width: 844, height: 390 }]) {
  test(`Back and Next take two fifths of the screen each, ${viewport.width} wide; axe and the keyboard`, async ({
    browser,
    context,
  }) => {
    test.slow()
    const { audience, desk } = await openClass(context)
    const phone = await openPhone(browser, await clickerLink(desk), viewport)
    expect(await violations(phone), 'before the first step').toEqual([])
    await next(phone).focus()
    await phone.keyboard.press('Enter')
    await expect.poll(() => stepOn(audience)).toBe(1)
    await expect(next(phone)).toHaveAttribute('aria-disabled', 'false')
    await phone.keyboard.press('Shift+Tab')
    await expect(back(phone)).toBeFocused()
    await phone.keyboard.press('Space')
    await expect.poll(() => stepOn(audience)).toBe(0)
    await next(phone).tap()
    await expect.poll(() => stepOn(audience)).toBe(1)
    for (const button of [back(phone), next(phone)]) {
      const box = await button.boundingBox()
      expect(((box?.width ?? 0) * (box?.height ?? 0)) / (viewport.width * viewport.height)).toBeGreaterThanOrEqual(0.4)
    }
    const wide = await phone.evaluate(() => document.documentElement.scrollWidth)
    expect(wide, 'nothing stands out at the side').toBe(viewport.width)
    for (const colorScheme of ['light', 'dark'] as const) {
      await phone.emulateMedia({ colorScheme })
      expect(await violations(phone), colorScheme).toEqual([])
    }
    expect(await violations(desk), 'the console, with the code for the phone').toEqual([])
  })
}
