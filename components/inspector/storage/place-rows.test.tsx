// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { PlayerProvider } from '@/components/player/player-context'
import type { PlayerActions } from '@/components/player/player-view'
import { sampleView } from '@/components/testing/sample-view'
import type { Place } from '@/lib/wire/place'
import { diffPlaces } from './diff'
import { PlaceRows } from './place-rows'

const rows = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, at) => ({ key: `token-${from + at}`, scope: 'usage.read' }))

const tokens = (shown: Place['rows'], total: number): Place => ({
  id: 'authorization-server.memory.access_tokens',
  party: 'authorization-server',
  label: 'Access tokens',
  medium: 'Memory of the server',
  columns: ['key', 'scope'],
  rows: shown,
  total,
})

describe('a place with ten thousand rows', () => {
  beforeEach(() => {
    const [diffed] = diffPlaces([tokens(rows(9_901, 10_001), 10_001)], [tokens(rows(9_900, 10_000), 10_000)])
    if (!diffed) throw new Error('There is no place.')
    render(
      <PlayerProvider view={sampleView()} actions={{ advanceClock: vi.fn() } as unknown as PlayerActions} initial={{}}>
        <PlaceRows diffed={diffed} />
      </PlayerProvider>,
    )
  })
  afterEach(cleanup)

  const keys = () => screen.getAllByRole('listitem').map((item) => item.textContent?.match(/token-\d+/)?.[0])

  it('draws a few, newest first, and says how many there are', () => {
    expect(keys()).toHaveLength(25)
    expect(keys()[0]).toBe('token-10000')
    const said = 'Showing 25 of 10,001 rows, newest first. The 100 newest can be looked through here.'
    expect(screen.getByRole('status').textContent).toBe(said)
  })

  it('draws more when asked', () => {
    fireEvent.click(screen.getByRole('button', { name: 'Show 25 more' }))
    expect(keys()).toHaveLength(50)
  })

  it('finds a row by what is in it', () => {
    fireEvent.change(screen.getByRole('searchbox', { name: 'Find in access tokens' }), { target: { value: '9917' } })
    expect(keys()).toEqual(['token-9917'])
    expect(screen.getByRole('status').textContent).toMatch(/^1 found\. Showing 1 of 10,001 rows/)
  })
})
