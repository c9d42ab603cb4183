import { expect, it } from 'vitest'
import { newBrowser, openPage, settle } from '@/lib/user-agent/browser'
import { browserPlaces } from './browser-places'

const HOME = 'http://localhost:3003/client/lab1/'

it('shows cookies with their flags in words, the history, and each origin’s storages', async () => {
  const now = 1_000
  const request = await openPage(newBrowser(), HOME, { now })
  const headers: [string, string][] = [
    ['content-type', 'text/html'],
    ['set-cookie', 'sid=1; Path=/; Secure; HttpOnly; SameSite=Strict'],
    ['set-cookie', 'b=2; Max-Age=60; Path=/'],
  ]
  const { state } = await settle(newBrowser(), request, { status: 200, headers, body: '<title>t</title>' }, { now })
  const places = browserPlaces({ ...state, localStorage: { 'http://localhost:3003': { token: 'T' } } })
  const [cookies, history, storage] = places
  expect(cookies).toMatchObject({ id: 'browser.cookies', party: 'browser' })
  expect(cookies?.rows).toMatchObject([
    {
      key: 'sid localhost/',
      name: 'sid',
      value: '1',
      domain: 'localhost',
      path: '/',
      expires_at: null,
      HttpOnly: expect.stringMatching(/^yes/),
      Secure: expect.stringMatching(/^yes/),
      SameSite: expect.stringMatching(/^Strict/),
    },
    {
      name: 'b',
      expires_at: 61_000,
      HttpOnly: expect.stringMatching(/^no/),
      SameSite: expect.stringMatching(/so Lax/),
    },
  ])
  expect(history?.rows).toEqual([{ entry: '1', url: HOME, title: 't', visited_at: now }])
  expect(storage).toMatchObject({
    id: 'browser.local-storage.http://localhost:3003',
    rows: [{ key: 'token', value: 'T' }],
  })
  for (const { columns, rows } of places) for (const row of rows) expect(Object.keys(row)).toEqual(columns)
})
