// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest'

const KEY = 'grant-lab progress'

/** The page is loaded: what it knows, it reads. */
async function opened() {
  vi.resetModules()
  return import('./progress-store')
}

beforeEach(() => localStorage.clear())

const right = { option: 'code', came: 'code', sure: true }

test('what was done is there after a reload', async () => {
  const before = await opened()
  before.recordOpened('device')
  before.recordPrediction('device', 'first-answer', { option: 'tokens', came: 'codes', sure: false })
  before.recordTask('device', 'break')
  before.recordReached('device', 20, 20)
  before.recordReached('device', 3, 20)
  before.recordFinished('device')
  const after = (await opened()).progressOf('device')
  expect(after.predictions['first-answer']?.last).toMatchObject({ option: 'tokens', came: 'codes', sure: false })
  expect(Object.keys(after.tasks)).toEqual(['break'])
  expect(after.reached).toEqual({ step: 20, of: 20 })
  expect(after.finished).not.toBeNull()
})

test('another tab’s work is not written over', async () => {
  const one = await opened()
  one.recordTask('device', 'one')
  const other = await opened()
  other.recordTask('device', 'other')
  one.recordTask('device', 'last')
  expect(Object.keys((await opened()).progressOf('device').tasks).toSorted()).toEqual(['last', 'one', 'other'])
})

describe('what cannot be read', () => {
  test.each(['{"version":7,"lessons":{}}', 'damaged'])('%s is set aside and stays there', async (text) => {
    localStorage.setItem(KEY, text)
    const store = await opened()
    expect(store.recall().aside).toBe(text)
    store.recordPrediction('device', 'q', right)
    const later = await opened()
    expect(later.recall().aside).toBe(text)
    expect(later.progressOf('device').predictions.q?.last.option).toBe('code')
    later.forgetAside()
    expect((await opened()).recall().aside).toBeNull()
  })

  test('in a file changes nothing', async () => {
    const store = await opened()
    store.recordPrediction('device', 'q', right)
    expect(store.importProgress('{"version":7,"lessons":{}}')).toBe('newer')
    expect(store.importProgress('<html>')).toBe('foreign')
    expect(store.progressOf('device').predictions.q?.last.option).toBe('code')
  })
})

test('export, clear and import bring everything back; so does undo', async () => {
  const store = await opened()
  store.recordPrediction('device', 'q', right)
  const file = store.exportProgress()
  const undo = store.clearProgress()
  expect(store.progressOf('device').predictions).toEqual({})
  store.recordPrediction('refresh', 'q', right)
  expect(store.importProgress(file)).toBe('added')
  expect(store.progressOf('device').predictions.q?.last.option).toBe('code')
  expect(store.progressOf('refresh').predictions.q?.last.option).toBe('code')
  store.clearProgress()
  undo()
  expect(store.progressOf('device').predictions.q?.last.option).toBe('code')
})

test('a browser that keeps nothing still serves the tab, and says so', async () => {
  const store = await opened()
  const setItem = () => {
    throw new DOMException('full', 'QuotaExceededError')
  }
  vi.stubGlobal('localStorage', { getItem: () => null, setItem })
  store.recordPrediction('device', 'q', right)
  store.recordPrediction('device', 'r', right)
  expect(store.recall().forgetful).toBe(true)
  expect(Object.keys(store.progressOf('device').predictions)).toEqual(['q', 'r'])
  vi.unstubAllGlobals()
})
