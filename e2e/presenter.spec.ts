import { expect, type Page, test } from '@playwright/test'
import { violations } from './axe'
import { closeDevices, openAudience, openClass, openConsole, openRoom, pressTo, stepOn } from './presentation'

test.afterEach(closeDevices)

test('who looks privately leaves audience and students where they are, and comes back or brings them along', async ({
  browser,
  context,
}) => {
  test.slow()
  const { audience, desk, code } = await openClass(context)
  for (let step = 1; step <= 4; step++) await pressTo(desk, 'PageDown', step, audience)
  const student = await (await browser.newContext()).newPage()
  await student.goto(`/join/${code}`)
  const followed = student.getByRole('list', { name: 'Transcript' }).locator(':scope > li[aria-current]')
  const looked = desk.getByRole('region', { name: 'Only you see this' })
  const notes = desk.getByRole('region', { name: 'Notes' })

  await desk.keyboard.press('l')
  await expect(desk.getByText('PRIVATE: the audience stays where it is')).toBeVisible()
  await desk.keyboard.press('PageUp')
  await desk.keyboard.press('PageUp')
  await desk.keyboard.press('2')
  await expect(notes).toContainText('2.')
  await expect(looked.getByRole('tab', { name: 'Checks' })).toHaveAttribute('aria-selected', 'true')
  await expect(desk.getByRole('region', { name: 'The audience sees' })).toContainText('step 4')
  expect(await violations(desk)).toEqual([])
  await desk.keyboard.press('q')
  await expect(desk.getByText('You look privately.'), 'the audience is not asked meanwhile').toBeVisible()
  for (const key of ['End', 'PageDown']) await desk.keyboard.press(key)
  await expect(notes).toContainText('4.')
  await expect(desk.getByRole('button', { name: /^Next/ }), 'nothing is sent privately').toBeDisabled()
  await desk.keyboard.press('PageUp')
  expect(await stepOn(audience)).toBe(4)
  await expect(audience.getByRole('tab')).toHaveCount(0)

  await desk.getByRole('button', { name: 'Back to the audience' }).press('Enter')
  await expect(desk.getByText('YOU DRIVE')).toBeVisible()
  await expect(notes).toContainText('4.')
  await expect(looked).toHaveCount(0)
  await pressTo(desk, 'PageDown', 5, audience)

  await desk.keyboard.press('l')
  for (const key of ['PageUp', 'PageUp', '1']) await desk.keyboard.press(key)
  await expect(notes).toContainText('3.')
  await desk.keyboard.press('a')
  await expect.poll(() => stepOn(audience)).toBe(3)
  await expect(audience.getByRole('tab', { name: 'Message' })).toBeVisible()
  await expect(followed).toContainText('3')
})

/** Words of the slide's cards and of the band below that stand outside of their own box. */
const cutOff = (page: Page) =>
  page.locator('.slide').evaluate((slide) => {
    const boxes = [...slide.querySelectorAll('section')].filter((one) =>
      ['Join this room', 'Question', 'Current step'].includes(one.ariaLabel ?? ''),
    )
    return boxes.flatMap((box) => {
      const edge = box.getBoundingClientRect()
      const words = [...box.querySelectorAll('p, h2, li, svg[role=img]')].filter((one) => !one.closest('.sr-only'))
      return words
        .filter((one) => {
          const { left, right, top, bottom, width } = one.getBoundingClientRect()
          return (
            width > 1 &&
            (left < edge.left - 1 || right > edge.right + 1 || top < edge.top - 1 || bottom > edge.bottom + 1)
          )
        })
        .map((one) => one.textContent || one.ariaLabel)
    })
  })

test('text size: by a key and in the console, for everybody, and over a reload', async ({ context }) => {
  test.slow()
  const audience = await openAudience(context)
  await audience.keyboard.press('s')
  const magnified = () =>
    audience.locator('.slide').evaluate((slide) => (slide as Element & { currentCSSZoom: number }).currentCSSZoom)
  await expect.poll(magnified).toBeCloseTo(2.08 * 1.25, 2)
  const desk = await openConsole(audience)
  await expect(desk.getByRole('button', { name: '125 %', pressed: true })).toBeVisible()
  await desk.getByRole('button', { name: '150 %' }).click()
  await expect.poll(magnified).toBeCloseTo(2.08 * 1.5, 2)
  await openRoom(desk)
  await expect(audience.getByRole('region', { name: 'Join this room' })).toBeVisible()
  expect(await cutOff(audience), 'before the first step').toEqual([])
  for (let step = 1; step <= 3; step++) await pressTo(desk, 'PageDown', step, audience)
  expect(await cutOff(audience), 'the diagram').toEqual([])
  await desk.keyboard.press('q')
  await expect(audience.getByRole('region', { name: 'Question' })).toBeVisible()
  expect(await cutOff(audience), 'a question').toEqual([])
  expect(await violations(audience)).toEqual([])
  await audience.reload()
  await expect.poll(magnified).toBeCloseTo(2.08 * 1.5, 2)
  await desk.keyboard.press('s')
  await expect.poll(magnified).toBeCloseTo(2.08, 2)
})

test('the audience sees what was pressed, where the presenter wishes it', async ({ context }) => {
  const audience = await openAudience(context)
  const desk = await openConsole(audience)
  const chip = audience.locator('[data-echo]')
  await pressTo(desk, 'PageDown', 1, audience)
  await expect(chip, 'not unless it is wished').toHaveCount(0)
  await desk.keyboard.press('e')
  await expect(desk.getByRole('button', { name: 'Show presses', pressed: true })).toBeVisible()
  await desk.keyboard.press('PageDown')
  await expect(chip).toHaveText(/Page Down\s*Next step/)
  await expect(chip, 'and it goes by itself').toHaveCount(0)
  await desk.getByRole('button', { name: 'Back', exact: true }).click()
  await expect(chip).toHaveText('Back')
  await audience.reload()
  await expect.poll(() => stepOn(audience)).toBe(1)
  await expect(chip, 'what was pressed before a reload is old').toHaveCount(0)
})
