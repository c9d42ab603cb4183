// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { Inspector, preloadPanels } from '@/components/inspector/inspector'
import { usePlayer } from '@/components/player/player-context'
import { SamplePlayer } from '@/components/testing/sample-player'

afterEach(cleanup)

async function show(head = 18) {
  await preloadPanels()
  render(
    <SamplePlayer head={head}>
      <Inspector />
      <Cursor />
    </SamplePlayer>,
  )
  fireEvent.click(screen.getByRole('tab', { name: 'Exposure' }))
}
const Cursor = () => <output>{usePlayer().cursor}</output>
const table = () => within(screen.getByRole('table', { name: /Who has had which secret/ }))
const columns = () =>
  table()
    .getAllByRole('columnheader')
    .slice(1)
    .map((head) => head.textContent)
const row = (name: string) => within(table().getByRole('row', { name: new RegExp(`^${name}`) }))

it('has a column for every powerful secret that went somewhere, and a row for everybody and everything', async () => {
  await show()
  expect(columns()).toContain('access token')
  expect(columns()).not.toContain('state')
  const rows = table()
    .getAllByRole('rowheader')
    .map((head) => head.textContent)
  expect(rows.slice(-4)).toEqual(['History', 'Referer', 'Server logs', 'Page script'])
})

it('says in each cell since when, over which channel and how; the cell leads to that step', async () => {
  await show()
  const cell = row('Browser').getByRole('button', {
    name: /code: handed it on: since step 10, front channel, in the URL/,
  })
  fireEvent.click(cell)
  expect(screen.getByRole('status').textContent).toBe('10')
  expect(columns()).not.toContain('access token')
})

it('says in one sentence who has held the access token', async () => {
  await show()
  expect(
    screen.getByText('Nobody but the app, the auth server and the photos API ever held the access token.'),
  ).toBeTruthy()
})

it('shows only what should not be, and says when there is nothing', async () => {
  await show()
  fireEvent.click(screen.getByRole('checkbox', { name: 'Only what should not be' }))
  expect(screen.getByText('Nothing is where it should not be')).toBeTruthy()
})

it('a column’s head marks the secret, and its way is told in words', async () => {
  await show()
  const head = table().getByRole('button', { name: 'access token' })
  fireEvent.click(head)
  expect(head.getAttribute('aria-pressed')).toBe('true')
  expect(screen.getByRole('region', { name: 'Who has had the access token' }).className).not.toContain('hidden')
})

it('also shows what gives no power, when asked', async () => {
  await show()
  fireEvent.click(screen.getByRole('checkbox', { name: 'Also what gives no power' }))
  expect(columns().length).toBeGreaterThan(4)
})

it('before the first step says so', async () => {
  await show(0)
  expect(screen.getByText('Nobody has told anybody anything yet')).toBeTruthy()
})

it('says whose client secret it is: whoever proved with it who it is', async () => {
  await show()
  fireEvent.click(table().getByRole('button', { name: 'client secret' }))
  const words = within(screen.getByRole('region', { name: 'Who has had the client secret' }))
  expect(words.getByRole('heading', { name: 'client secret of the app' })).toBeTruthy()
})
