import { expect, it } from 'vitest'
import { holders } from './holders'
import { CLIENT_SECRET, EXCHANGES, KNOWN, VERIFIER } from './sample-run'

const who = (kind: string, upTo?: Parameters<typeof holders>[2]) =>
  holders(EXCHANGES, KNOWN, upTo)
    .filter((holding) => holding.kind === kind)
    .map(({ party, since, by, derived }) => `${party} ${derived ? 'hash' : 'whole'} since ${since} ${by}`)

it('secrets of the cast are held by their makers from the start', () => {
  const start = holders([], KNOWN)
  expect(start).toEqual(
    KNOWN.map(({ kind, value, madeBy }) => ({ party: madeBy, kind, value, derived: false, since: 0, by: 'made' })),
  )
})

it('whoever sends or receives a message has seen what it carries', () => {
  expect(who('password')).toEqual([
    'user whole since 0 made',
    'browser whole since 3 front',
    'authorization-server whole since 3 front',
  ])
  expect(who('authorization_code')).toEqual([
    'authorization-server whole since 3 made',
    'browser whole since 3 front',
    'client whole since 4 front',
  ])
  expect(who('access_token')).toEqual([
    'authorization-server whole since 5 made',
    'client whole since 5 back',
    'resource-server whole since 6 back',
  ])
})

it('a hash is less than the whole, and gives way to it', () => {
  const before = ['client whole since 1 made', 'authorization-server hash since 2 front', 'browser hash since 1 front']
  expect(who('code_verifier', { seq: 4, kind: 'response' }).sort()).toEqual(before.sort())
  expect(who('code_verifier')).toContain('authorization-server whole since 5 back')
})

it('a request that lies on the wire has been seen by its sender alone', () => {
  expect(who('password', { seq: 3, kind: 'request' })).toEqual([
    'user whole since 0 made',
    'browser whole since 3 front',
  ])
  expect(who('authorization_code', { seq: 3, kind: 'request' })).toEqual([])
  expect(who('code_verifier', { seq: 1, kind: 'request' })).toEqual([])
})

it('a dropped request never reached its receiver', () => {
  const dropped = EXCHANGES.map((exchange) =>
    exchange.seq === 5 ? { ...exchange, response: null, outcome: 'dropped' as const, secrets: [] } : exchange,
  ).slice(0, 5)
  const holding = holders(dropped, KNOWN).filter(({ value }) => value === VERIFIER)
  expect(holding.find(({ party }) => party === 'authorization-server')?.derived).toBe(true)
})

it('a secret the sender made for a request counts from the request on', () => {
  const [first] = EXCHANGES
  if (!first) throw new Error('The sample is empty.')
  const made = { kind: 'nonce', value: 'n-0S6_WzA2Mj', madeBy: 'browser' } as const
  const request = { ...first.request, url: `${first.request.url}?nonce=${made.value}` }
  const draft = { ...first, request, response: null, secrets: [made] }
  expect(holders([draft], [], { seq: 1, kind: 'request' })).toEqual([
    { party: 'browser', kind: 'nonce', value: made.value, derived: false, since: 1, by: 'made' },
  ])
})

it('the client secret travels in the back channel only', () => {
  const holding = holders(EXCHANGES, KNOWN).filter(({ value }) => value === CLIENT_SECRET)
  expect(holding.map(({ party, by }) => `${party} ${by}`)).toEqual(['authorization-server made', 'client back'])
})
