import { expect, type Page, test } from '@playwright/test'
import { violations } from './axe'
import { closeDevices, FLOW, openClass, pressTo, stepOn } from './presentation'

test.afterEach(closeDevices)

test('three devices: two students follow, look around, vote, and see how the others voted', async ({
  browser,
  context,
}) => {
  test.slow()
  const { audience, desk, code } = await openClass(context)
  await expect(audience.getByRole('img', { name: new RegExp(`QR code of .*/join/${code}`) })).toBeVisible()
  for (let step = 1; step <= 3; step++) await pressTo(desk, 'PageDown', step, audience)

  const phone = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage()
  await phone.goto('/join')
  expect(await violations(phone)).toEqual([])
  await phone.getByRole('textbox', { name: 'Code' }).fill('aeiou')
  await phone.getByRole('button', { name: 'Join' }).click()
  await expect(phone.getByRole('main').getByRole('alert')).toContainText('six letters')
  await phone.getByRole('textbox', { name: 'Code' }).fill(code.toLowerCase())
  await phone.getByRole('button', { name: 'Join' }).click()
  const laptop = await (await browser.newContext()).newPage()
  await laptop.goto(`/join/${code}`)
  const steps = (page: Page) => page.getByRole('list', { name: 'Transcript' }).locator(':scope > li')
  for (const student of [phone, laptop]) await expect(steps(student)).toHaveCount(3)
  await expect(desk.getByText('2 follow')).toBeVisible()

  await pressTo(desk, 'PageDown', 4, audience)
  for (const student of [phone, laptop]) await expect(steps(student)).toHaveCount(4)
  await laptop.keyboard.press('ArrowLeft')
  await pressTo(desk, 'PageDown', 5, audience)
  await expect(laptop.getByRole('button', { name: 'Presenter is at step 5 · Follow' })).toBeVisible()
  await expect(laptop.getByRole('button', { name: 'Restart' }), 'a student changes nothing').toHaveCount(0)
  await laptop.getByRole('button', { name: /Follow$/ }).click()
  await expect(laptop.getByText('FOLLOWING')).toBeVisible()

  await desk.keyboard.press('q')
  for (const student of [phone, laptop]) await expect(student.getByRole('region', { name: 'Question' })).toBeVisible()
  const right = audience.getByRole('region', { name: 'Question' })
  await phone.getByRole('region', { name: 'Question' }).getByRole('button').nth(0).click()
  await laptop.getByRole('region', { name: 'Question' }).getByRole('button').nth(1).click()
  await expect(right).toContainText('2 of 2 have voted.')
  expect(
    await phone.getByRole('region', { name: 'Question' }).getByRole('button').allTextContents(),
    'no counts yet',
  ).not.toContainEqual(expect.stringMatching(/\d$/))
  await desk.keyboard.press('v')
  await expect.poll(() => stepOn(audience), 'the answer is what really comes').toBe(6)
  await expect(right).toContainText('what came')
  await expect(right).toContainText('2 voted.')
  for (const student of [phone, laptop])
    await expect(student.getByRole('region', { name: 'Question' })).toContainText('came:')
  expect(await violations(phone)).toEqual([])
  expect(await violations(laptop)).toEqual([])

  await desk.getByRole('button', { name: 'Close the room' }).click()
  await expect(laptop.getByText('The presenter has closed the room.')).toBeVisible()
  await laptop.reload()
  await expect(laptop.getByRole('main').getByRole('alert')).toContainText('There is no room with this code.')
})

test('a room is shown in by its presenter only', async ({ request, context, baseURL }) => {
  const { audience, desk, code } = await openClass(context)
  await pressTo(desk, 'PageDown', 1, audience)
  const look = await request.get(`/api/rooms/${code}`)
  const { state, part } = await look.json()
  const keys = (await context.cookies()).filter(({ name }) => name.startsWith('grant_lab_')).map(({ value }) => value)
  expect(keys.length, 'the lab’s key and the room’s').toBeGreaterThanOrEqual(2)
  for (const key of keys) expect(JSON.stringify({ state, part })).not.toContain(key)
  const tell = await request.post(`/api/rooms/${code}`, {
    data: { state: { ...state, rev: state.rev + 1, step: 'x' }, part: null },
  })
  expect(tell.status()).toBe(404)
  expect(tell.headers()['content-type']).toContain('application/problem+json')
  expect((await request.delete(`/api/rooms/${code}`)).status()).toBe(404)
  expect(
    (
      await request.post(`/api/rooms/${code}/votes`, { data: { question: 'q', option: 'a', voter: 'x'.repeat(20) } })
    ).status(),
  ).toBe(409)
  const page = await fetch(`${baseURL}${FLOW}`)
  expect(page.headers.get('content-security-policy'), 'nobody frames a presentation').toContain(
    "frame-ancestors 'none'",
  )
})
