import { describe, expect, test } from 'vitest'
import { beginningOfTour, type RecordedTour, wholeTour } from '@/lib/testing/tour'
import { EVERY_GRANT, loadedGrant } from '@/machines/every-grant'
import type { Step } from '@/machines/kit/step'
import { type Cell, type Evidence, evidenceOf } from './evidence'
import { CRITERIA, tableOf } from './table'

/** Every cell is read off real runs: the parties in this process, the trials included. */

function grant(slug: string) {
  const entry = loadedGrant(slug)
  return entry
}

async function evidence(slug: string, options: Record<string, string> = {}): Promise<Evidence> {
  const entry = grant(slug)
  const { elsewhere, ...own } = await wholeTour(entry, options)
  return evidenceOf(entry, own.tour, own, { elsewhere, untried: false })
}

function cell(of: Evidence, id: string): Cell {
  const found = tableOf([of]).find(({ criterion }) => criterion.id === id)?.cells[0]
  if (!found) throw new Error(`The table has no row ${id}.`)
  return found
}

/** The step a cell links to. */
function proof(of: Evidence, id: string): Step | undefined {
  const { proof: link } = cell(of, id)
  const steps = link?.elsewhere ? of.elsewhere?.steps : of.steps
  return steps?.find(({ number }) => number === link?.step)
}

const code = await evidence('authorization-code', { client: 'public' })
const implicit = await evidence('implicit')
const password = await evidence('password')
const service = await evidence('client-credentials')

describe('a secret in a URL', () => {
  test('the code stands in the redirect', () => {
    expect(cell(code, 'secret-in-url')).toMatchObject({ mark: 'risky', words: 'Yes: code' })
    expect(proof(code, 'secret-in-url')?.id).toBe('authorization-response')
  })
  test('implicit: the access token does', () => {
    expect(cell(implicit, 'secret-in-url').words).toBe('Yes: access token')
    expect(proof(implicit, 'secret-in-url')?.id).toBe('authorization-response')
  })
  test('password and client credentials: none', () => {
    expect(cell(password, 'secret-in-url')).toMatchObject({ mark: 'fine', words: 'No' })
    expect(cell(service, 'secret-in-url').words).toBe('No')
  })
})

test('only the password grant shows the application the password', () => {
  expect(cell(password, 'password-seen')).toMatchObject({ mark: 'risky', words: 'Yes' })
  expect(proof(password, 'password-seen')?.id).toBe('sign-in-at-app')
  expect(cell(code, 'password-seen').words).toBe('No: by the auth server alone')
  expect(proof(code, 'password-seen')?.id).toBe('sign-in')
  expect(cell(service, 'password-seen')).toMatchObject({ mark: 'absent', words: 'No password is used' })
})

test('how the client authenticated is read from the token request', async () => {
  expect(cell(code, 'client-authenticated').words).toBe('No: it only gives its name')
  expect(cell(password, 'client-authenticated').words).toBe('Yes: client_secret_basic')
  expect(proof(password, 'client-authenticated')?.id).toBe('password-request')
  const keyed = await evidence('client-credentials', { auth: 'private_key_jwt' })
  expect(cell(keyed, 'client-authenticated').words).toBe('Yes: private_key_jwt')
  expect(cell(implicit, 'client-authenticated')).toMatchObject({ mark: 'absent', words: 'No token request is made' })
})

test('a page’s script can read the token where the page has it', async () => {
  expect(cell(implicit, 'token-readable').words).toBe('Yes')
  expect(proof(implicit, 'token-readable')?.id).toBe('authorization-response')
  expect(cell(code, 'token-readable').words).toBe('No: no page ever had it')
  expect(cell(await evidence('authorization-code-browser'), 'token-readable').words).toBe('Yes')
})

describe('what somebody with a copy can do is tried', () => {
  test('a bearer token opens the API', () => {
    expect(cell(code, 'token-usable')).toMatchObject({ mark: 'breach', words: 'Yes: 200 photos' })
    expect(proof(code, 'token-usable')?.exchange).toMatchObject({ from: 'attacker', outcome: 'accepted' })
    expect(cell(service, 'token-usable').words).toBe('Yes: 200 usage')
  })
  test('a token bound to a key does not', async () => {
    const bound = await evidence('par-dpop')
    expect(cell(bound, 'token-usable')).toMatchObject({ mark: 'stopped', words: 'No: 401 invalid_token' })
    expect(cell(bound, 'token-usable').detail).toMatch(/bound to a key/)
  })
  test('PKCE makes a copied code useless; without it the thief of a public app’s code gets tokens', async () => {
    expect(cell(code, 'code-usable')).toMatchObject({ mark: 'stopped', words: 'No: 400 invalid_grant' })
    expect(cell(code, 'code-usable').detail).toMatch(/code_verifier/)
    const bare = await evidence('authorization-code', { client: 'public', pkce: 'off' })
    expect(cell(bare, 'code-usable')).toMatchObject({ mark: 'breach', words: 'Yes: 200 tokens' })
    const trial = proof(bare, 'code-usable')?.exchange
    expect(trial?.from).toBe('attacker')
    expect(trial?.request.body).not.toMatch(/code_verifier|client_secret/)
  })
  test('the thief of a confidential app’s code lacks its secret', async () => {
    const confidential = await evidence('authorization-code', { pkce: 'off' })
    expect(cell(confidential, 'code-usable')).toMatchObject({
      mark: 'risky',
      words: 'Not alone: 401 invalid_client; no challenge ties it to a session',
    })
    const challenged = await evidence('authorization-code')
    expect(cell(challenged, 'code-usable')).toMatchObject({ mark: 'stopped', words: 'No: 401 invalid_client' })
  })
  test('a run that leaves out what the specifications demand is told so', async () => {
    const without = await evidence('authorization-code', { pkce: 'off' })
    expect(cell(without, 'rfc9700')).toMatchObject({
      mark: 'risky',
      words: 'Recommended, with PKCE: this run leaves it out',
    })
    expect(cell(code, 'rfc9700')).toMatchObject({ mark: 'fact', words: 'Recommended, with PKCE' })
  })
  test('a device code is no authorization code, and is not passed over', async () => {
    expect(cell(await evidence('device'), 'code-usable').words).toMatch(/^No authorization code; the device code/)
  })
  test('where there is no code, nobody can copy one', () => {
    expect(cell(implicit, 'code-usable')).toMatchObject({ mark: 'absent', words: 'There is no code' })
  })
})

test('refresh, user and round trips are facts of the run', () => {
  expect(cell(code, 'refresh-possible').words).toBe('Yes: done')
  expect(proof(code, 'refresh-possible')?.id).toBe('refresh-response')
  expect(cell(implicit, 'refresh-possible').words).toBe('No: no refresh token')
  expect(cell(service, 'user-present').words).toBe('No')
  expect(cell(code, 'user-present').words).toBe('Yes: opens the app, signs in, and decides')
  expect(cell(code, 'round-trips').words).toBe('6 front, 2 back')
  expect(cell(service, 'round-trips').words).toBe('0 front, 2 back')
})

test('what the specifications say cites the clause, for every flow of the catalogue', () => {
  expect(cell(implicit, 'rfc9700').cites).toEqual(['rfc9700-2.1.2'])
  expect(cell(password, 'oauth21')).toMatchObject({ words: 'Removed', cites: ['oauth21-10'] })
  for (const entry of EVERY_GRANT) {
    for (const id of ['rfc9700', 'oauth21']) {
      const criterion = CRITERIA.find((one) => one.id === id)
      expect(criterion?.judge({ ...code, entry }).cites, `${entry.slug} ${id}`).toHaveLength(1)
    }
  }
})

test('until a run is far enough, a cell says what is missing, and never “No”', async () => {
  const entry = grant('implicit')
  const early: RecordedTour = await beginningOfTour(entry, 2)
  const table = tableOf([evidenceOf(entry, early.tour, early, { elsewhere: null, untried: false })])
  for (const { criterion, cells } of table.filter(({ criterion: { id } }) => !['rfc9700', 'oauth21'].includes(id))) {
    expect(cells[0]?.words, criterion.id).toBe('Run to the end to know')
  }
})

test('a grant that is refused issued nothing, and the cells say so', async () => {
  const refused = await evidence('implicit', { preset: 'bcp' })
  expect(refused.tour).toMatchObject({ over: true, done: false })
  expect(cell(refused, 'token-readable').words).toBe('No token was issued')
  expect(cell(refused, 'token-usable').words).toBe('No token was issued')
})

test('a row differs when two columns say different things', () => {
  const rows = tableOf([code, implicit]).filter(({ differs }) => differs)
  const ids = rows.map(({ criterion }) => criterion.id)
  expect(ids).toContain('secret-in-url')
  expect(ids).toContain('token-readable')
  expect(ids).not.toContain('token-usable')
})
