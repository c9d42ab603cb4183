import { expect, test } from 'vitest'
import { createTestLab } from '@/lib/testing/lab'
import { newestStrangers } from './newest-strangers'

test('every message of a move stays; of those from outside the newest, with what was sent meanwhile', async () => {
  const lab = await createTestLab({ policy: { accessTokenFormat: 'opaque' } })
  const { issuer, resource } = lab.lab.origins
  await lab.fetch(`${issuer}/jwks`)
  await lab.fetch(`${resource}/usage`, { headers: { authorization: 'Bearer nobody-made-this' } })
  await lab.fetch(`${issuer}/jwks`)
  const { exchanges } = lab.lab
  const asked = exchanges.find(({ parent }) => parent !== null)
  expect(asked, 'the drive asks the server about the token').toBeDefined()

  const moves = exchanges.map((exchange) => ({ ...exchange, move: 'made-by-the-player' }))
  expect(newestStrangers(moves, 0)).toEqual(moves)
  expect(newestStrangers(exchanges, 9)).toEqual(exchanges)
  expect(newestStrangers(exchanges, 1)).toEqual(exchanges.slice(-1))
  expect(newestStrangers(exchanges, 2).map(({ seq }) => seq)).toContain(asked?.seq)
  expect(newestStrangers(exchanges, 0)).toEqual([])
})
