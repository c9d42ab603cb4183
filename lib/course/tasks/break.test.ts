import { describe, expect, test } from 'vitest'
import type { MoveCall } from '@/lib/lab/contract'
import type { HttpRequest } from '@/lib/oauth/http'
import { createTestLab, type TestLab } from '@/lib/testing/lab'
import { tasksOfKind } from '@/lib/testing/plan-tasks'
import { loadedGrant } from '@/machines/every-grant'
import { has } from '@/machines/kit/reading'
import { rehearse } from '@/machines/kit/rehearsal'
import { gradeBreak } from './break'

type Edit = (request: HttpRequest) => HttpRequest

/** What the hints of each task come to; without `edit` the message is sent again. `wrong` is refused by another check. */
const WAYS: Record<string, { at: string; edit?: Edit; wrong: { at: string; edit: Edit } }> = {
  'authorization-code': {
    at: 'token-request',
    edit: form('code_verifier', 'a'.repeat(43)),
    wrong: { at: 'token-request', edit: form('code', 'nobodys-code') },
  },
  'authorization-code-browser': {
    at: 'callback',
    edit: query('state', 'of-nobody'),
    wrong: { at: 'authorization-request', edit: query('redirect_uri', 'https://evil.test/cb') },
  },
  implicit: {
    at: 'resource-request',
    edit: header('authorization', 'Bearer nobodys-token'),
    wrong: { at: 'resource-request', edit: header('authorization', 'Basic bm9ib2R5') },
  },
  refresh: { at: 'refresh-request', wrong: { at: 'refresh-request', edit: form('refresh_token', 'nobodys-token') } },
  password: {
    at: 'password-request',
    edit: form('password', 'a guess'),
    wrong: { at: 'password-request', edit: form('grant_type', 'client_credentials') },
  },
  'openid-connect': {
    at: 'authorization-request',
    edit: query('nonce', 'of-another-login'),
    wrong: { at: 'callback', edit: query('state', 'of-nobody') },
  },
  'client-credentials': {
    at: 'token-request',
    edit: form('scope', 'photos.read'),
    wrong: { at: 'token-request', edit: form('grant_type', 'password') },
  },
  'token-exchange': {
    at: 'exchange-request',
    edit: form('scope', 'photos.read photos.write'),
    wrong: { at: 'exchange-request', edit: form('subject_token', 'nobodys-token') },
  },
  'jwt-bearer': {
    at: 'assertion-grant',
    edit: (request) => ({ ...request, body: request.body?.replace(/\.(.)([\w-]+)(?=&|$)/, otherLetter) ?? null }),
    wrong: { at: 'assertion-grant', edit: form('assertion', 'no.assertion') },
  },
  device: {
    at: 'user-code',
    edit: form('user_code', 'BCDF-GHJK'),
    wrong: { at: 'user-code', edit: form('token', 'of-nobody') },
  },
  'par-dpop': { at: 'resource-retry', wrong: { at: 'resource-retry', edit: header('dpop', 'no-proof') } },
}

describe.each(tasksOfKind('break'))('%s: break it', (flow, task) => {
  const { at, edit, wrong } = WAYS[flow] ?? expect.fail(`Nobody has solved the task of ${flow}.`)

  test('the learner sees it done when this check refuses what they sent', async () => {
    const found = gradeBreak({ flow }, task, await played(flow, at, edit ?? 'again'))
    expect(found, found.sentence).toMatchObject({ done: true, proof: { seq: expect.any(Number) } })
    expect(found.sentence).toContain(task.check)
  })

  test('the learner sees it not done when nothing was changed', async () => {
    expect(gradeBreak({ flow }, task, await played(flow, at, null))).toMatchObject({ done: false, proof: null })
  })

  test('the learner sees which other check refused', async () => {
    const found = gradeBreak({ flow }, task, await played(flow, wrong.at, wrong.edit))
    expect(found.done, found.sentence).toBe(false)
    expect(found.sentence).toMatch(/^Refused, but by another check: /)
  })
})

test('the learner sees that a message which fell on the way was checked by nobody', async () => {
  const lab = await createTestLab(loadedGrant('client-credentials').lab())
  const call: MoveCall = { move: 'client-credentials-request', step: 'token-request' }
  await lab.prepare(call)
  await lab.deliver(call, { drop: true })
  const goal = { check: 'requested-scope-allowed', by: 'authorization-server' } as const
  const { sentence } = gradeBreak({ flow: 'client-credentials' }, goal, lab.lab.exchanges)
  expect(sentence).toBe('POST /token fell on the way, so nobody could check it.')
})

/** Plays the flow as far as Next leads, and changes or repeats what is sent at one step. */
async function played(flow: string, at: string, what: Edit | 'again' | null) {
  const entry = loadedGrant(flow)
  const lab = await createTestLab(entry.lab())
  let prepared: HttpRequest | null = null
  const run = rehearse(entry.machine, {
    async prepare(call) {
      const answer = await lab.prepare(call)
      prepared = answer.request
      return answer
    },
    async deliver(call, options) {
      const edited = call.step === at && typeof what === 'function' && prepared ? { request: what(prepared) } : options
      const delivered = await lab.deliver(call, edited)
      if (call.step === at && what === 'again') await sendAgain(lab, delivered.seq)
      return delivered
    },
  })
  const goesOn = () => !has(run.snapshot(), 'done') && run.snapshot().can({ type: 'learner.next' })
  for (let moves = 0; moves < 16 && goesOn(); moves += 1) await run.move()
  return lab.lab.exchanges
}

async function sendAgain(lab: TestLab, seq: number): Promise<void> {
  const call: MoveCall = { move: 'send-again', step: 'send-again', input: { seq: String(seq) } }
  await lab.prepare(call)
  await lab.deliver(call)
}

function form(name: string, value: string): Edit {
  return (request) => {
    const body = new URLSearchParams(request.body ?? '')
    body.set(name, value)
    return { ...request, body: body.toString() }
  }
}

function query(name: string, value: string): Edit {
  return (request) => {
    const url = new URL(request.url)
    url.searchParams.set(name, value)
    return { ...request, url: url.href }
  }
}

function header(wanted: string, value: string): Edit {
  return (request) => ({
    ...request,
    headers: request.headers.map(([name, now]) => [name, name === wanted ? value : now]),
  })
}

/** The signature of an assertion with another first letter. */
function otherLetter(_: string, first: string, rest: string): string {
  return `.${first === 'A' ? 'B' : 'A'}${rest}`
}
