import { expect, test } from 'vitest'
import { TASKS } from '@/lib/course/plans/tasks'
import { cardsOf } from '@/lib/course/tasks/cards'
import type { FixAnswer } from '@/lib/course/tasks/fix'
import { deliverMove, prepareMove } from '@/lib/lab/stepping'
import { loadedGrant } from '@/machines/every-grant'
import { world } from '../world'
import { fixAboutCall, fixCall, gradeCall } from './calls'

const FLOW = 'client-credentials'
const [BREAK] = TASKS[FLOW]?.filter((task) => task.kind === 'break') ?? []
const BODY = { flow: FLOW, task: { kind: 'break', check: BREAK?.check, by: BREAK?.by } }

/** A lab of the flow in which the backup job asked for photos. */
async function brokenLab() {
  const created = await world().labs.create({ ...loadedGrant(FLOW).lab(), tokenStore: 'memory' })
  const lab = world().labs.open(created.id, created.key)
  const call = cardsOf(loadedGrant(FLOW))[0]?.call ?? expect.fail('The flow has no first message.')
  const { request } = await prepareMove(lab, world().labs.host, call)
  const body = new URLSearchParams(request.body ?? '')
  body.set('scope', 'photos.read')
  const edited = { ...request, body: body.toString() }
  const { seq } = await deliverMove(lab, world().labs.host, call, { request: edited })
  return { ...created, lab, seq }
}

async function graded({ id, key }: { id: string; key: string }, body: unknown) {
  const request = new Request(`http://localhost/api/labs/${id}/grade`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}` },
    body: JSON.stringify(body),
  })
  const response = await gradeCall(request, { params: Promise.resolve({ lab: id }) })
  return { status: response.status, answer: await response.json() }
}

test('the server reads off the lab’s own record whether a task is done', async () => {
  const broken = await brokenLab()
  const { status, answer } = await graded(broken, BODY)
  expect(status).toBe(200)
  expect(answer).toEqual({
    done: true,
    sentence: expect.stringMatching(/^The auth server refused POST \/token by requested-scope-allowed: 400 /),
    proof: { seq: broken.seq },
    receipt: expect.stringMatching(/^[\w-]+\.[\w-]+$/),
  })
  const other = await graded(broken, { flow: FLOW, task: { kind: 'assemble' } })
  expect(other.answer).toMatchObject({ done: false, proof: null })
})

test('a lab whose rules were changed proves nothing', async () => {
  const broken = await brokenLab()
  broken.lab.policy = { ...broken.lab.policy, capScope: !broken.lab.policy.capScope }
  expect((await graded(broken, BODY)).answer).toMatchObject({
    done: false,
    sentence: expect.stringContaining('other rules than the task begins with'),
  })
})

test('what is no task is refused with a sentence', async () => {
  const broken = await brokenLab()
  expect(await graded(broken, { ...BODY, flow: 'no-such' })).toMatchObject({ status: 404 })
  expect(await graded(broken, { ...BODY, task: { kind: 'guess' } })).toMatchObject({ status: 400 })
  expect(await graded({ ...broken, key: 'guessed' }, BODY)).toMatchObject({ status: 404 })
})

test('the server runs the attack and the honest flow under the learner’s switches', async () => {
  const task = { attack: 'code-injection', grant: 'authorization-code', preset: 'permissive' }
  const fix = (body: unknown) =>
    fixCall(new Request('http://localhost/api/attacks/fix', { method: 'POST', body: JSON.stringify(body) }))
  const closed: FixAnswer = await (await fix({ ...task, chosen: { usePkce: true } })).json()
  expect(closed).toMatchObject({ grade: { done: true }, changed: ['usePkce'], honest: { works: true } })
  expect((await fix({ ...task, chosen: { usePkce: 'perhaps' } })).status).toBe(400)
  expect((await fix({ ...task, attack: 'no-such', chosen: {} })).status).toBe(404)
})

test('the attack of a task is told, with the switches that are offered', async () => {
  const asked = (query: string) => fixAboutCall(new Request(`http://localhost/api/attacks/fix?${query}`))
  const about = await (await asked('attack=code-injection&grant=authorization-code')).json()
  expect(about).toMatchObject({ slug: 'code-injection', title: expect.any(String) })
  expect(about.switches.length).toBeGreaterThan(2)
  const none = await asked('attack=code-injection&grant=client-credentials')
  expect([none.status, (await none.json()).detail]).toEqual([
    404,
    'There is no attack "code-injection" on the flow "client-credentials".',
  ])
})
