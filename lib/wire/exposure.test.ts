import { describe, expect, it } from 'vitest'
import type { SecretReport } from '@/lib/oauth/environment'
import type { Exchange } from './exchange'
import { breachesIn, exposureOf, inUrl, readableByScript, seenBy } from './exposure'
import type { Place } from './place'
import { SCRIPTS_READ } from './place'
import { CHALLENGE, CLIENT_SECRET, EXCHANGES, exchangeAt, KNOWN, VERIFIER } from './sample-run'
import type { PlacesAt, Point } from './story'

const PARTIES = ['user', 'browser', 'client', 'authorization-server', 'resource-server']

/** Who has had a secret, in words, first sighting only. */
function who(kind: string, upTo?: Point, exchanges = EXCHANGES, known = KNOWN): string[] {
  const { cells } = exposureOf(exchanges, known, upTo)
  return cells
    .filter(({ sightings: [first], holder }) => first.kind === kind && PARTIES.includes(holder))
    .map(({ holder, mark, sightings: [{ seq, by }] }) => `${holder} ${mark} since ${seq} ${by}`)
}

describe('parties', () => {
  it('the makers of the cast’s secrets have them from the start', () => {
    expect(who('password', undefined, [])).toEqual(['user holds since 0 made'])
    expect(who('client_secret', undefined, [])).toEqual(['authorization-server holds since 0 made'])
  })

  it('whoever sends or receives a message has seen what it carries; the browser only hands on what is for others', () => {
    expect(who('password')).toEqual([
      'user holds since 0 made',
      'browser passed since 3 front',
      'authorization-server holds since 3 front',
    ])
    expect(who('authorization_code')).toEqual([
      'authorization-server holds since 3 made',
      'browser passed since 3 front',
      'client holds since 4 front',
    ])
    expect(who('access_token')).toEqual([
      'authorization-server holds since 5 made',
      'client holds since 5 back',
      'resource-server holds since 6 back',
    ])
  })

  it('a hash is less than the whole, and gives way to it', () => {
    const before = [
      'client holds since 1 made',
      'browser derived since 1 front',
      'authorization-server derived since 2 front',
    ]
    expect(who('code_verifier', { seq: 4, kind: 'response' })).toEqual(before)
    expect(who('code_verifier')).toContain('authorization-server holds since 5 back')
  })

  it('a request that lies on the wire has been seen by its sender alone', () => {
    const wire: Point = { seq: 3, kind: 'request' }
    expect(who('password', wire)).toEqual(['user holds since 0 made', 'browser passed since 3 front'])
    expect(who('authorization_code', wire)).toEqual([])
    expect(who('code_verifier', { seq: 1, kind: 'request' })).toEqual([])
  })

  it('a dropped request never reached its receiver, nor its log', () => {
    const dropped = EXCHANGES.slice(0, 5).map((one) => (one.seq === 5 ? lost(one) : one))
    expect(who('code_verifier', undefined, dropped)).toContain('authorization-server derived since 2 front')
    const callback = EXCHANGES.slice(0, 4).map((one) => (one.seq === 4 ? lost(one) : one))
    expect(seenBy(exposureOf(callback, KNOWN), 'server-log', 'authorization_code')).toBeNull()
  })

  it('a secret the sender made for a request counts from the request on', () => {
    const nonce: SecretReport = { kind: 'nonce', value: 'n-0S6_WzA2Mj', madeBy: 'browser' }
    const first = exchangeAt(1)
    const request = { ...first.request, url: `${first.request.url}?nonce=${nonce.value}` }
    const draft = [{ ...first, request, response: null, secrets: [nonce] }]
    expect(who('nonce', { seq: 1, kind: 'request' }, draft, [])).toEqual(['browser holds since 1 made'])
  })

  it('the client secret travels in the back channel only', () => {
    const { cells } = exposureOf(EXCHANGES, KNOWN)
    const cell = cells.find(({ holder, sightings: [first] }) => holder === 'client' && first.value === CLIENT_SECRET)
    expect(cell?.sightings).toMatchObject([{ seq: 5, message: 'request', by: 'back', ways: ['basic'] }])
  })

  it('a server that asks another one before it answers does so in between', () => {
    const child = { ...exchangeAt(6), seq: 7, parent: 6, from: 'resource-server', to: 'authorization-server' } as const
    const asked = { ...exchangeAt(6), seq: 6, response: { status: 200, headers: [], body: null } }
    const told = [...EXCHANGES.slice(0, 5), asked, child]
    const nested: Exchange[] = [...told.slice(0, 6), { ...child, secrets: [secretOf('inside')] }]
    expect(who('nonce', { seq: 7, kind: 'response' }, nested)).toEqual(['authorization-server holds since 7 made'])
    expect(who('nonce', { seq: 6, kind: 'request' }, nested)).toEqual([])
    expect(who('nonce', { seq: 6, kind: 'response' }, nested)).toHaveLength(1)
  })
})

const secretOf = (value: string): SecretReport => ({ kind: 'nonce', value, madeBy: 'authorization-server' })
const lost = (exchange: Exchange): Exchange => ({ ...exchange, response: null, outcome: 'dropped', secrets: [] })

describe('columns', () => {
  it('the powerful first, each under its name, the unused ones of the cast last of their kind', () => {
    const unused: SecretReport = {
      kind: 'client_secret',
      value: 'of another application',
      madeBy: 'authorization-server',
    }
    const { secrets } = exposureOf(EXCHANGES, [unused, ...KNOWN])
    const names = secrets.map(({ name }) => name)
    expect(names.indexOf('state')).toBe(-1)
    expect(names.at(-1)).toBe('challenge')
    expect(secrets.find(({ value }) => value === CLIENT_SECRET)?.name).toBe('client secret')
    expect(secrets.find(({ value }) => value === unused.value)?.name).toBe('client secret #2')
  })
})

/** The redirect of the implicit grant, and the page it leads to. */
const TOKEN: SecretReport = { kind: 'access_token', value: 'a-token-in-the-address', madeBy: 'authorization-server' }
const PAGE = 'http://localhost:3003/spa/callback'

function implicit(changes: Partial<Exchange['request']> = {}): Exchange[] {
  const redirect = {
    status: 303,
    headers: [['location', `${PAGE}#access_token=${TOKEN.value}`]] as [string, string][],
    body: null,
  }
  return [
    { ...exchangeAt(3), seq: 1, secrets: [TOKEN], response: redirect },
    {
      ...exchangeAt(4),
      seq: 2,
      request: { method: 'GET', url: PAGE, headers: [], body: null, ...changes },
      response: html,
    },
  ]
}
const html = { status: 200, headers: [['content-type', 'text/html']] as [string, string][], body: '<main>' }

describe('carriers', () => {
  it('the history keeps the address of a page, with the fragment no server was sent', () => {
    const ledger = exposureOf(implicit(), [])
    expect(seenBy(ledger, 'history', 'access_token')).toMatchObject({
      mark: 'holds',
      sightings: [{ seq: 2, message: 'response', ways: ['fragment'], where: PAGE }],
      breach: { cites: ['rfc6750-5.3', 'rfc9700-4.3.2'] },
    })
    expect(seenBy(ledger, 'client', 'access_token')).toBeNull()
    expect(seenBy(ledger, 'server-log', 'access_token')).toBeNull()
    expect(inUrl(ledger, 'access_token')).toEqual([{ seq: 1, kind: 'response' }])
  })

  it('an address that redirects leaves no entry', () => {
    expect(seenBy(exposureOf(EXCHANGES, KNOWN), 'history', 'authorization_code')).toBeNull()
    expect(seenBy(exposureOf(EXCHANGES, KNOWN), 'server-log', 'authorization_code')?.sightings).toMatchObject([
      { where: 'client' },
    ])
  })

  it('what is sent once more opens no page', () => {
    const [first, again] = implicit()
    if (!first || !again) throw new Error('The sample is empty.')
    expect(seenBy(exposureOf([first, { ...again, move: 'send-again' }], []), 'history', 'access_token')).toBeNull()
  })

  it('a script of the page reads its address', () => {
    const readable = readableByScript(exposureOf(implicit(), []), 'access_token')
    expect(readable?.sightings).toMatchObject([{ seq: 2, ways: ['fragment'], where: 'http://localhost:3003' }])
  })

  it('Referer hands on the address of the page before, and the log keeps the request line', () => {
    const url = `http://localhost:3002/photos?access_token=${TOKEN.value}`
    const headers: [string, string][] = [['referer', `http://localhost:3003/?t=${TOKEN.value}`]]
    const sent = { ...exchangeAt(6), seq: 2, request: { method: 'GET', url, headers, body: null } }
    const ledger = exposureOf(
      [...implicit().slice(0, 1), { ...sent, from: 'browser', channel: 'front', response: html }],
      [],
    )
    expect(seenBy(ledger, 'referer', 'access_token')).toMatchObject({
      mark: 'passed',
      sightings: [{ where: 'resource-server' }],
    })
    expect(seenBy(ledger, 'server-log', 'access_token')).toMatchObject({
      mark: 'holds',
      sightings: [{ ways: ['url'] }],
    })
    expect(breachesIn(ledger).map(({ holder }) => holder)).toContain('referer')
  })

  it('a script reads what it fetched, but no answer to a navigation', () => {
    const headers: [string, string][] = [
      ['sec-fetch-mode', 'cors'],
      ['origin', 'http://localhost:3003'],
    ]
    const token = exchangeAt(5)
    const fetched = { ...token, from: 'browser', channel: 'front', request: { ...token.request, headers } } as const
    const ledger = exposureOf([...EXCHANGES.slice(0, 4), fetched], KNOWN)
    expect(readableByScript(ledger, 'access_token')?.sightings).toMatchObject([
      { seq: 5, where: 'http://localhost:3003' },
    ])
    expect(readableByScript(exposureOf(EXCHANGES, KNOWN), 'access_token')).toBeNull()
  })
})

describe('places', () => {
  const place = (id: string, rows: Place['rows']): Place => ({
    id,
    party: 'browser',
    label: id,
    medium: '',
    columns: [],
    rows,
  })
  const at = (seq: number, ...places: Place[]): PlacesAt => ({ seq, phase: 'answered', places })

  it.each<[string, Place]>([
    ['localStorage', place('browser.local-storage.http://localhost:3003', [{ key: 'token', value: TOKEN.value }])],
    [
      'sessionStorage',
      place('browser.session-storage.http://localhost:3003', [{ key: 'all', value: `{"t":"${TOKEN.value}"}` }]),
    ],
    ['variables', place('browser.memory.http://localhost:3003', [{ key: 'token', value: TOKEN.value }])],
    ['an open cookie', place('browser.cookies', [{ name: 't', value: TOKEN.value, HttpOnly: SCRIPTS_READ }])],
  ])('a script reads %s', (_where, kept) => {
    const ledger = exposureOf(implicit().slice(0, 1), [], undefined, [at(1, kept)])
    expect(readableByScript(ledger, 'access_token')).toMatchObject({
      mark: 'holds',
      sightings: [{ by: 'kept', where: kept.id }],
    })
  })

  it('but neither an HttpOnly cookie nor the rows of a server', () => {
    const cookie = place('browser.cookies', [{ value: TOKEN.value, HttpOnly: 'yes: scripts cannot read it' }])
    const row = place('authorization-server.memory.tokens', [{ value: TOKEN.value }])
    expect(
      readableByScript(exposureOf(implicit().slice(0, 1), [], undefined, [at(1, cookie, row)]), 'access_token'),
    ).toBeNull()
  })

  it('what the page and the history have forgotten has only passed through', () => {
    const history = (url: string) => place('browser.history', [{ entry: '1', url }])
    const kept = exposureOf(implicit(), [], undefined, [at(2, history(`${PAGE}#access_token=${TOKEN.value}`))])
    expect(seenBy(kept, 'history', 'access_token')?.mark).toBe('holds')
    const cleaned = exposureOf(implicit(), [], undefined, [at(2, history('http://localhost:3003/spa/'))])
    expect(seenBy(cleaned, 'history', 'access_token')).toMatchObject({ mark: 'passed', breach: expect.anything() })
    expect(readableByScript(cleaned, 'access_token')?.mark).toBe('passed')
  })
})

it('a challenge in the authorization request is a hash of the verifier, in the log of the server', () => {
  const { cells, secrets } = exposureOf(EXCHANGES, KNOWN)
  const log = cells.filter(({ holder }) => holder === 'server-log').map(({ sightings: [{ value }] }) => value)
  expect(log).toContain(CHALLENGE)
  expect(log).not.toContain(VERIFIER)
  expect(secrets.find(({ value }) => value === CHALLENGE)?.power).toBe(false)
})
