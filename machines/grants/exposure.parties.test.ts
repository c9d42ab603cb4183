import { beforeAll, describe, expect, it } from 'vitest'
import type { SecretKind } from '@/lib/oauth/secrets'
import { createTestLab, type TestLab } from '@/lib/testing/lab'
import { pagesShown } from '@/lib/wire/carriers'
import { breachesIn, type Exposure, exposureOf, inUrl, readableByScript, seenBy } from '@/lib/wire/exposure'
import { END, messagesUntil } from '@/lib/wire/story'
import { loadedGrant } from '@/machines/every-grant'
import { CATALOGUE } from '../catalogue'
import { has } from '../kit/reading'
import { rehearse } from '../kit/rehearsal'

/** Who and what has had which secret once a flow is done, with the real parties, in process. */

async function play(slug: string, options: Record<string, string> = {}): Promise<{ ledger: Exposure; lab: TestLab }> {
  const entry = loadedGrant(slug)
  const lab = await createTestLab(entry.lab(options))
  const run = rehearse(entry.machine, lab)
  for (let moves = 0; moves < 30 && !has(run.snapshot(), 'done'); moves += 1) await run.move()
  const { exchanges, castSecrets, timeline } = lab.lab
  return { lab, ledger: exposureOf(exchanges, castSecrets, END, timeline) }
}

const wrong = (ledger: Exposure) =>
  breachesIn(ledger)
    .map(({ holder, sightings: [{ kind }] }) => `${holder} ${kind}`)
    .toSorted()

describe.each(CATALOGUE.map(({ slug }) => slug))('the ledger of %s', (slug) => {
  let played: Awaited<ReturnType<typeof play>>
  beforeAll(async () => {
    played = await play(slug)
  })

  it('has a column for every secret anybody registered, held by its maker', () => {
    const { exchanges, castSecrets } = played.lab.lab
    const registered = [...castSecrets, ...exchanges.flatMap(({ secrets }) => secrets)]
    expect(registered.length).toBeGreaterThan(0)
    for (const { kind, value, madeBy } of registered) {
      const column = played.ledger.secrets.find((secret) => secret.kind === kind && secret.value === value)
      expect(column, `${kind} ${value}`).toMatchObject({ madeBy })
      const maker = played.ledger.cells.find(({ secret, holder }) => secret === column?.id && holder === madeBy)
      expect(maker, `${kind} ${value} at ${madeBy}`).toMatchObject({ mark: 'holds', breach: null })
    }
  })

  it('tells from the messages alone the history that the browser keeps', () => {
    const { exchanges, timeline } = played.lab.lab
    const places = timeline.flatMap((moment) => moment.places.filter(({ id }) => id === 'browser.history'))
    const kept = new Set(places.flatMap(({ rows }) => rows.map(({ url }) => String(url))))
    const told = new Set(pagesShown(messagesUntil(exchanges)).map(({ address }) => address))
    const replaced = exchanges
      .flatMap(({ storage }) => storage)
      .filter(({ command }) => command.startsWith('history.replaceState'))
    const unexplained = [...kept].filter(
      (url) => !told.has(url) && !replaced.some(({ command }) => command.includes(url)),
    )
    expect(unexplained).toEqual([])
    expect([...told].filter((url) => !kept.has(url))).toEqual([])
  })
})

describe('authorization code with PKCE', () => {
  it('keeps the access token out of the browser, every address, every log and every script', async () => {
    const { ledger } = await play('authorization-code')
    for (const holder of ['browser', 'history', 'referer', 'server-log', 'page-script'] as const) {
      expect(seenBy(ledger, holder, 'access_token'), holder).toBeNull()
    }
    expect(inUrl(ledger, 'access_token')).toEqual([])
    expect(wrong(ledger)).toEqual([])
  })

  it('shows the code to the browser and to the log of the callback page, and the password to the server alone', async () => {
    const { ledger } = await play('authorization-code')
    expect(seenBy(ledger, 'browser', 'authorization_code')?.mark).toBe('passed')
    expect(seenBy(ledger, 'server-log', 'authorization_code')?.sightings).toMatchObject([{ where: 'client' }])
    expect(seenBy(ledger, 'client', 'password')).toBeNull()
    expect(inUrl(ledger, 'authorization_code')).toHaveLength(2)
  })

  it('tells the browser a hash of the verifier and no more', async () => {
    const { ledger } = await play('authorization-code')
    const [verifier] = ledger.secrets.filter(({ kind }) => kind === 'code_verifier')
    const cell = ledger.cells.find(({ holder, secret }) => holder === 'browser' && secret === verifier?.id)
    expect(cell?.mark).toBe('derived')
  })
})

describe('the browser app', () => {
  it('has no token in an address; the script that uses the tokens can read them', async () => {
    const { ledger } = await play('authorization-code-browser')
    expect(inUrl(ledger, 'access_token')).toEqual([])
    expect(seenBy(ledger, 'history', 'access_token')).toBeNull()
    expect(readableByScript(ledger, 'access_token')?.mark).toBe('holds')
    expect(wrong(ledger)).toEqual(['page-script refresh_token'])
  })
})

describe('implicit', () => {
  it('puts the access token into an address, the history and before every script of the page', async () => {
    const { ledger } = await play('implicit', { address: 'left' })
    expect(inUrl(ledger, 'access_token')).toHaveLength(1)
    expect(seenBy(ledger, 'history', 'access_token')).toMatchObject({ mark: 'holds', breach: expect.anything() })
    expect(readableByScript(ledger, 'access_token')?.mark).toBe('holds')
    expect(seenBy(ledger, 'server-log', 'access_token'), 'a fragment is not sent').toBeNull()
    expect(wrong(ledger)).toEqual(['history access_token'])
  })

  it('where the script cleans up, the history has had it and has it no longer', async () => {
    const { ledger } = await play('implicit', { address: 'cleaned' })
    expect(seenBy(ledger, 'history', 'access_token')?.mark).toBe('passed')
  })
})

it('password: the application has seen the password', async () => {
  const { ledger } = await play('password')
  expect(wrong(ledger)).toEqual(['client password'])
})

it('client credentials: no secret of a user goes anywhere, and there is no browser', async () => {
  const { ledger } = await play('client-credentials')
  const ofUsers: SecretKind[] = ['password', 'authorization_code', 'session_cookie', 'refresh_token']
  const moved = ledger.cells.filter(({ sightings: [{ kind, by }] }) => ofUsers.includes(kind) && by !== 'made')
  expect(moved).toEqual([])
  expect(ledger.cells.filter(({ holder }) => ['browser', 'history', 'page-script'].includes(holder))).toEqual([])
  expect(wrong(ledger)).toEqual([])
})

it('refresh: whoever copied the request has its refresh token and the client’s secret', async () => {
  const { ledger } = await play('refresh')
  expect(wrong(ledger)).toEqual(['attacker client_secret', 'attacker refresh_token'])
})

it.each(['openid-connect', 'device', 'token-exchange', 'jwt-bearer', 'par-dpop'])(
  '%s: nothing is out of place',
  async (slug) => {
    const { ledger } = await play(slug)
    expect(wrong(ledger)).toEqual([])
  },
)
