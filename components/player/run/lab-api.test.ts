import { afterEach, beforeEach, expect, test, vi } from 'vitest'

/** What was asked of the control API: the path, its authorization, and whether cookies go with it. */
let asked: [path: string, authorization: string | null, credentials: string | undefined][]

beforeEach(() => {
  asked = []
  vi.resetModules()
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    asked.push([path, new Headers(init.headers).get('authorization'), init.credentials])
    return Response.json({ id: 'one', key: 'key-of-one' })
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.resetModules()
})

test('a page of the app leaves the key to its cookie', async () => {
  const { labApi } = await import('./lab-api')
  await labApi.create({})
  await labApi.run('one')
  expect(asked).toEqual([
    ['/api/labs', null, 'same-origin'],
    ['/api/labs/one/run', null, 'same-origin'],
  ])
})

test('a page that holds its keys sends them to their own lab only, and no cookie', async () => {
  const { holdKeysHere, labApi } = await import('./lab-api')
  holdKeysHere()
  await labApi.create({})
  await labApi.run('one')
  await labApi.exchanges('one', 3)
  holdKeysHere()
  await labApi.remove('one')
  await labApi.run('another')
  expect(asked).toEqual([
    ['/api/labs', null, 'omit'],
    ['/api/labs/one/run', 'Bearer key-of-one', 'omit'],
    ['/api/labs/one/exchanges?after=3', 'Bearer key-of-one', 'omit'],
    ['/api/labs/one', 'Bearer key-of-one', 'omit'],
    ['/api/labs/another/run', null, 'omit'],
  ])
})
