import { expect, test, vi } from 'vitest'
import { type Desktop, hasSecondScreen, openOnSecondScreen } from './second-screen'

const laptop = { availLeft: 0, availTop: 25, availWidth: 1440, availHeight: 875 }
const projector = { availLeft: 1440, availTop: 0, availWidth: 1920, availHeight: 1080 }

function desktop(changes: Partial<Desktop> = {}) {
  const open = vi.fn((..._words: string[]): unknown => ({}))
  const getScreenDetails = async () => ({ screens: [laptop, projector], currentScreen: laptop })
  return { screen: { isExtended: true }, getScreenDetails, open, ...changes }
}

test('the audience window fills the screen that the console is not on', async () => {
  const { open, ...rest } = desktop()
  expect(await openOnSecondScreen('/present/x', { ...rest, open })).toBe(true)
  expect(open).toHaveBeenCalledWith('/present/x', '_blank', 'popup,left=1440,top=0,width=1920,height=1080')
  const there = desktop({ getScreenDetails: async () => ({ screens: [laptop, projector], currentScreen: projector }) })
  await openOnSecondScreen('/present/x', there)
  expect(there.open).toHaveBeenCalledWith('/present/x', '_blank', 'popup,left=0,top=25,width=1440,height=875')
})

test('without permission it is an ordinary window', async () => {
  const refused = desktop({ getScreenDetails: () => Promise.reject(new DOMException('', 'NotAllowedError')) })
  expect(await openOnSecondScreen('/present/x', refused)).toBe(true)
  expect(refused.open).toHaveBeenCalledWith('/present/x', '_blank')
})

test('it says when the browser blocked the window', async () => {
  expect(await openOnSecondScreen('/present/x', desktop({ open: () => null }))).toBe(false)
})

test('elsewhere the link is left alone', () => {
  expect(hasSecondScreen(desktop())).toBe(true)
  expect(hasSecondScreen(desktop({ screen: { isExtended: false } }))).toBe(false)
  const { getScreenDetails: _, ...safari } = desktop({ screen: {} })
  expect(hasSecondScreen(safari)).toBe(false)
})
