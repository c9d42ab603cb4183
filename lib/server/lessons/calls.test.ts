import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { taskDigest } from '@/lib/course/completion/receipt'
import { lessonDigest } from '@/lib/course/file/digest'
import type { LessonPlan } from '@/lib/course/lesson-plan'
import { deliverMove, prepareMove } from '@/lib/lab/stepping'
import { loadedGrant } from '@/machines/every-grant'
import { has } from '@/machines/kit/reading'
import { rehearse } from '@/machines/kit/rehearsal'
import { world } from '../world'
import { checkCall, completionCall, predictionsCall } from './calls'
import { processSigning } from './process-signing'
import { completionKey, signingWith } from './signing'

const PLAN: LessonPlan = {
  id: 'service',
  title: 'A service',
  summary: '',
  flow: 'client-credentials',
  options: {},
  minutes: 5,
  stops: [
    {
      step: 'token-response',
      question: {
        id: 'who',
        kind: 'who-holds',
        text: 'Who holds the token?',
        options: [
          {
            id: 'service',
            text: 'The service',
            claim: { holder: 'client', secret: 'access_token', mark: 'holds' },
            why: '',
          },
          {
            id: 'browser',
            text: 'A browser',
            claim: { holder: 'browser', secret: 'access_token', mark: 'holds' },
            why: '',
          },
        ],
      },
    },
  ],
  tasks: [
    {
      kind: 'break',
      id: 'wrong',
      title: 'Break it',
      text: '',
      hints: [],
      check: 'client-secret-matches',
      by: 'authorization-server',
    },
  ],
}

const post = (path: string, body: unknown, key = '') =>
  new Request(`http://localhost${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { authorization: `Bearer ${key}` },
  })

const done = { plan: PLAN, name: 'Ana', label: 'Group 2', right: 1, tasks: ['wrong'], receipts: [] as string[] }
const completed = async (body: object) =>
  (await completionCall(post('/api/lessons/completion', { ...done, ...body }))).json()
const checked = async (pasted: string) => (await checkCall(post('/', { pasted }))).json()

describe('the server grades by the lab’s record', () => {
  let lab: { id: string; key: string }
  beforeAll(async () => {
    const entry = loadedGrant('client-credentials')
    const { labs } = world()
    const created = await labs.create({ ...entry.lab(), tokenStore: 'memory', clientStore: 'memory' })
    lab = created
    const opened = labs.open(created.id, created.key)
    const run = rehearse(entry.machine, {
      prepare: (call) => prepareMove(opened, labs.host, call),
      deliver: (call, options) => deliverMove(opened, labs.host, call, options),
    })
    for (let moves = 0; moves < 10 && !has(run.snapshot(), 'done'); moves += 1) await run.move()
  })

  const judged = (body: object, key = lab.key) =>
    predictionsCall(post('/', body, key), { params: Promise.resolve({ lab: lab.id }) })

  test('an answer is right when the messages show it', async () => {
    expect(await (await judged({ plan: PLAN, answers: { who: 'service' } })).json()).toMatchObject({
      right: 1,
      asked: 1,
    })
    expect(await (await judged({ plan: PLAN, answers: { who: 'browser' } })).json()).toMatchObject({
      right: 0,
      asked: 1,
    })
    expect(await (await judged({ plan: PLAN, answers: {} })).json()).toMatchObject({ right: 0, asked: 1 })
  })

  test('only with the lab’s key', async () => {
    expect((await judged({ plan: PLAN, answers: {} }, 'wrong')).status).toBe(404)
  })

  test('the receipt makes it graded, for this lesson only', async () => {
    const { receipt } = await (await judged({ plan: PLAN, answers: { who: 'browser' } })).json()
    expect((await completed({ receipts: [receipt] })).completion.predictions).toEqual({
      right: 0,
      asked: 1,
      graded: true,
    })
    const other = { ...PLAN, summary: 'Changed.' }
    const { completion } = await completed({ plan: other, receipts: [receipt] })
    expect(completion.predictions).toEqual({ right: 1, asked: 1, graded: false })
    expect((await completed({ receipts: [`${receipt}x`, 'x', ''] })).completion.predictions.graded).toBe(false)
  })
})

test('a task is graded here with its receipt, and told by the browser without', async () => {
  expect((await completed({})).completion.tasks).toEqual({ done: 1, of: 1, graded: 0 })
  const receipt = processSigning().receipt({ kind: 'task', task: taskDigest(PLAN, PLAN.tasks[0] ?? {}) }, Date.now())
  expect((await completed({ tasks: [], receipts: [receipt] })).completion.tasks).toEqual({ done: 1, of: 1, graded: 1 })
  const old = processSigning().receipt({ kind: 'task', task: taskDigest(PLAN, PLAN.tasks[0] ?? {}) }, 0)
  expect((await completed({ tasks: [], receipts: [old] })).completion.tasks.done).toBe(0)
})

test('a code is checked where it was signed', async () => {
  const { code, completion } = await completed({})
  expect(completion).toMatchObject({ name: 'Ana', label: 'Group 2', lesson: lessonDigest(PLAN), title: 'A service' })
  expect(await checked(`Ana: ${code}\n`)).toEqual([{ code, completion }])
  expect(await checked(code.slice(0, -3))).toEqual([{ code: code.slice(0, -3), fault: 'cut-off' }])
  expect(await checked('nothing')).toEqual([])
})

test.each([
  [{ name: ' ' }, 'name: It is empty. Type your name as your instructor knows it.'],
  [{ name: 'x'.repeat(80) }, 'name: It is too long for a code. Write at most 36 letters.'],
  [{ plan: { ...PLAN, title: '' } }, 'plan.title: It is empty. Write a sentence.'],
  [{ plan: 7 }, 'plan.: A lesson is an object with title, flow and stops.'],
])('%j is refused', async (change, sentence) => {
  expect((await completed(change)).detail).toBe(sentence)
})

describe('the key', () => {
  const folder = mkdtempSync(join(tmpdir(), 'grant-lab-'))
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  test('is made once in the data directory, or given', () => {
    const config = { completionKey: null, dataDirectory: join(folder, 'data') }
    const key = completionKey(config)
    expect(key).toHaveLength(43)
    expect(completionKey(config)).toBe(key)
    expect(completionKey({ ...config, completionKey: 'given' })).toBe('given')
  })

  test('a receipt is no code, and another key’s is none', () => {
    const graded = { kind: 'task', task: 'x' } as const
    const [one, other] = [signingWith('one'), signingWith('other')]
    expect(one.readReceipt(one.receipt(graded, 5), 5)).toEqual(graded)
    expect(one.readReceipt(other.receipt(graded, 5), 5)).toBeNull()
    expect(one.codes.keyId).not.toEqual(other.codes.keyId)
  })
})
