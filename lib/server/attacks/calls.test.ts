import { expect, test } from 'vitest'
import type { AttemptAnswer, MatrixLine } from '@/lib/attack-matrix/contract'
import { world } from '../world'
import { attackStandingCall, attemptCall, matrixCall } from './calls'
import { processTurns } from './process-turns'

const attempted = (body: unknown) =>
  attemptCall(new Request('http://localhost/api/attacks/attempt', { method: 'POST', body: JSON.stringify(body) }))

const INJECTION = { attack: 'code-injection', grant: 'authorization-code' }

/** Status and sentence of a refusal. */
async function refusal(response: Response): Promise<[number, string]> {
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  return [response.status, (await response.json()).detail]
}

test('an attack is run with a defence and without it, and every message is told', async () => {
  const open = await attempted({ ...INJECTION, preset: 'permissive', policy: { usePkce: false, pkce: 'off' } })
  expect(open.status).toBe(200)
  const success: AttemptAnswer = await open.json()
  expect(success).toMatchObject({ succeeded: true, proofStep: 'mallory-sees-photos', honest: { works: true } })
  expect(success.exchanges.find(({ seq }) => seq === success.proof)?.from).toBe('attacker')

  const closed = await attempted({ ...INJECTION, preset: 'permissive', policy: { usePkce: true, pkce: 'required' } })
  const failure: AttemptAnswer = await closed.json()
  expect(failure).toMatchObject({ succeeded: false, proof: null, honest: { works: true } })
  expect(failure.refusal).toMatchObject({ check: 'verifier-matches', by: 'authorization-server' })
})

test('what cannot be run is refused with a sentence that says what can', async () => {
  expect(await refusal(await attempted({ attack: 'no-such', grant: 'implicit' }))).toEqual([
    404,
    expect.stringMatching(/^There is no attack "no-such"\. The attacks are .*code-replay, /),
  ])
  expect(await refusal(await attempted({ ...INJECTION, grant: 'client-credentials' }))).toEqual([
    404,
    expect.stringMatching(/not made against "client-credentials"\. It is made against authorization-code/),
  ])
  expect(await refusal(await attempted({ ...INJECTION, case: 'other' }))).toEqual([
    404,
    'code-injection has no case "other". It has usual.',
  ])
  expect(await refusal(await attempted({ ...INJECTION, preset: 'lenient' }))).toEqual([
    400,
    expect.stringMatching(/^There is no preset "lenient"\. Choose one of permissive, /),
  ])
  expect(await refusal(await attempted({ ...INJECTION, policy: { pkce: 'perhaps' } }))).toEqual([
    400,
    expect.stringMatching(/^pkce cannot be "perhaps"\. It takes one of /),
  ])
  expect(await refusal(await attempted({ grant: 'implicit' }))).toEqual([400, expect.stringMatching(/^attack: /)])
})

async function linesOf(response: Response): Promise<MatrixLine[]> {
  const text = await response.text()
  return text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as MatrixLine]))
}

const matrix = (preset: string, signal?: AbortSignal) =>
  matrixCall(new Request(`http://localhost/api/attacks/matrix?preset=${preset}`, signal ? { signal } : {}))

test('the matrix tells its cells as they are known, others come in between, and the next one waits', async () => {
  const first = await matrix('permissive')
  expect(first.headers.get('content-type')).toContain('application/x-ndjson')
  const leaving = new AbortController()
  const second = await matrix('fapi2', leaving.signal)
  const between = attempted({ ...INJECTION, preset: 'bcp' })
  const reader = second.body?.getReader()
  const [waiting] = new TextDecoder().decode((await reader?.read())?.value).split('\n')
  expect(JSON.parse(waiting ?? '')).toEqual({ type: 'waiting' })
  leaving.abort()

  let done = false
  const lines = linesOf(first).then((all) => {
    done = true
    return all
  })
  expect((await between).status).toBe(200)
  expect(done, 'the attempt did not wait for the whole matrix').toBe(false)

  const [begin, ...rest] = await lines
  const cells = rest.flatMap((line) => (line.type === 'cell' ? [line.cell] : []))
  expect(begin).toEqual({ type: 'begin', preset: 'permissive', cells: cells.length })
  expect(cells.length).toBeGreaterThan(40)
  expect(cells.filter(({ verdict }) => verdict === 'inconclusive')).toEqual([])
  const end = rest.at(-1)
  if (end?.type !== 'end') throw new Error('The last line is not the end.')
  const stopping = cells.flatMap(({ stoppedBy }) => stoppedBy ?? [])
  expect(end.idle.length).toBeGreaterThan(0)
  expect(end.idle.filter(({ check }) => stopping.includes(check))).toEqual([])

  await processTurns().runs.take(async () => {})
  await processTurns().matrices.take(async () => {})
  expect(processTurns().matrices.busy, 'whoever left is not worked for').toBe(false)
}, 60_000)

test('a preset that does not exist is refused', async () => {
  expect(await refusal(await matrix('lenient'))).toEqual([400, expect.stringContaining('one of permissive, rfc6749')])
})

test('a lab without an attack has nothing to judge, and says how to get one', async () => {
  const { id, key } = await world().labs.create({ tokenStore: 'memory' })
  const asked = new Request(`http://localhost/api/labs/${id}/attack`, { headers: { authorization: `Bearer ${key}` } })
  const answer = await attackStandingCall(asked, { params: Promise.resolve({ lab: id }) })
  expect(await refusal(answer)).toEqual([409, expect.stringContaining('No attack is played in this lab')])
})

test('an attack that has not come far has not succeeded', async () => {
  const { id, key } = await world().labs.create({ tokenStore: 'memory', attack: INJECTION })
  const asked = new Request(`http://localhost/api/labs/${id}/attack`, { headers: { authorization: `Bearer ${key}` } })
  const answer = await attackStandingCall(asked, { params: Promise.resolve({ lab: id }) })
  expect(await answer.json()).toMatchObject({ succeeded: false, stoppedAt: null, refusal: null, emptyHanded: null })
})
