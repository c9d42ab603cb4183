import { expect, test } from '@playwright/test'
import { PlayerPage } from './player'

const FLOW = 'jwt-bearer'
const PARTIES = ['Print shop', 'HR directory', 'Auth server', 'Photos API']

test('by mouse: the directory vouches for Alice, and the shop gets her photos without her', async ({ page }) => {
  const player = new PlayerPage(page)
  await page.goto('/flows')
  await page.getByRole('link', { name: 'JWT bearer assertion' }).first().click()
  await expect(player.next).toBeEnabled()
  const heads = page.getByRole('list', { name: 'Parties and the secrets they have seen' }).locator(':scope > li')
  await expect(heads).toHaveCount(PARTIES.length)
  for (const [at, name] of PARTIES.entries()) await expect(heads.nth(at)).toContainText(name)

  await player.stepTo('assertion-response')
  await expect(player.panel()).toContainText('assertion')
  await player.stepTo('assertion-grant')
  await expect(player.panel()).toContainText('jwt-bearer')
  await player.stepTo('assertion-accepted')
  await expect(player.panel()).toContainText('access_token')
  await player.stepTo('staff-photos-response')
  await expect(player.panel()).toContainText('alice')
  await expect(player.screen).toBeHidden()
  await expect(player.next).toBeDisabled()
})

test('by keyboard: the checks name who vouched, and to whom', async ({ page }) => {
  const player = new PlayerPage(page)
  await player.open('?token=opaque', FLOW)
  for (let press = 0; press < 8 && player.slug() !== 'assertion-accepted'; press++) await player.press('ArrowRight')
  expect(player.slug()).toBe('assertion-accepted')
  await page.keyboard.press('2')
  await expect(player.panel()).toContainText(/told to trust/)
  for (let press = 0; press < 20 && player.slug() !== 'staff-photos-response'; press++) await player.press('ArrowRight')
  expect(player.slug()).toBe('staff-photos-response')
})

test('replayed, self-made and unsigned assertions are refused with invalid_grant', async ({ page }) => {
  const player = new PlayerPage(page)
  await player.open('?step=staff-photos-request', FLOW)
  await player.stepTo('staff-photos-response')
  const attempts = [
    ['Present it again', 'replayed-assertion'],
    ['Sign one yourself', 'self-made-assertion'],
    ['Send one unsigned', 'unsigned-assertion'],
  ] as const
  for (const [button, step] of attempts) {
    await page.getByRole('button', { name: button }).first().click()
    await page.waitForURL(new RegExp(`step=${step}$`))
    await player.stepTo(`${step}-refused`)
    await expect(player.panel()).toContainText('invalid_grant')
  }
})

test('where the checks are lax, a forgery is believed', async ({ page }) => {
  const player = new PlayerPage(page)
  await player.open('?assertions=lax&step=staff-photos-request', FLOW)
  await player.stepTo('staff-photos-response')
  await page.getByRole('button', { name: 'Sign one yourself' }).first().click()
  await page.waitForURL(/step=self-made-assertion$/)
  await player.stepTo('self-made-assertion-granted')
})

test('an assertion for somebody the directory does not list is withheld', async ({ page }) => {
  const player = new PlayerPage(page)
  await player.open('?step=assertion-request', FLOW)
  await page.getByRole('button', { name: 'Edit', exact: true }).click()
  await page.getByRole('textbox', { name: 'Value of subject' }).fill('bob')
  await page.getByRole('button', { name: 'Send edited' }).click()
  await player.arrived(2)
  await player.stepTo('assertion-withheld')
})
