import { expect, test } from '@playwright/test'
import { openAudience, openConsole, openRoom, pressTo, stepOn, violations } from './presentation'

test('who looks privately leaves audience and students where they are, and comes back or brings them along', async ({
  browser,
  context,
}) => {
  const audience = await openAudience(context)
  const desk = await openConsole(audience)
  const code = await openRoom(desk)
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
