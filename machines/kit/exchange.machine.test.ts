import { describe, expect, test } from 'vitest'
import { createActor, initialTransition } from 'xstate'
import { authorizationCodeMachine } from '../grants/authorization-code.machine'
import { nextButton } from './next-label'
import { exchangeOf, failureOf, onTheWire } from './reading'
import { ALICE, rehearse, scripted } from './rehearsal'
import { withTransport } from './transport'

const toServer = () => scripted(() => ({ arrival: 'redirect-to-server' }))

describe('one exchange', () => {
  test('waits on the wire until the learner lets it go', async () => {
    const run = rehearse(authorizationCodeMachine, toServer())
    await run.press()
    expect(exchangeOf(run.snapshot())).toEqual({
      phase: 'onTheWire',
      call: { move: 'open-page', step: 'open-app', input: { page: 'client-login' } },
      request: expect.objectContaining({ method: 'POST' }),
      failure: null,
    })
    await run.press()
    expect(exchangeOf(run.snapshot())).toBeNull()
    expect(onTheWire(run.snapshot())).toBeNull()
  })

  test('delivers what the learner edited', async () => {
    const run = rehearse(authorizationCodeMachine, toServer())
    await run.press()
    const request = { method: 'GET', url: 'http://localhost:3003/client/lab/login?x=1', headers: [], body: null }
    await run.press({ type: 'learner.deliverEdited', request })
    expect(run.exchanges().at(-1)).toMatchObject({ request, prepared: { method: 'POST' } })
  })

  test('says whom it waits for, and takes no second press meanwhile', async () => {
    let release = () => {}
    const transport = toServer()
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    const machine = withTransport(authorizationCodeMachine, {
      prepare: transport.prepare,
      deliver: (call, options) => held.then(() => transport.deliver(call, options)),
    })
    const actor = createActor(machine, { input: ALICE }).start()
    actor.send({ type: 'learner.next' })
    expect(nextButton(machine, actor.getSnapshot())).toMatchObject({ enabled: false, waitingFor: 'browser' })
    await expect.poll(() => nextButton(machine, actor.getSnapshot()).enabled).toBe(true)
    actor.send({ type: 'learner.next' })
    actor.send({ type: 'learner.next' })
    expect(nextButton(machine, actor.getSnapshot())).toEqual({
      label: 'Next: deliver POST /message to app',
      enabled: false,
      waitingFor: 'app',
    })
    release()
    await expect.poll(() => actor.getSnapshot().value).toBe('sentToServer')
    expect(transport.calls).toHaveLength(1)
  })

  test('survives JSON while its request lies on the wire', async () => {
    const run = rehearse(authorizationCodeMachine, toServer())
    await run.press()
    const restored = createActor(run.machine, { input: ALICE, snapshot: run.kept() }).start()
    expect(onTheWire(restored.getSnapshot())).toEqual(onTheWire(run.snapshot()))
    restored.send({ type: 'learner.next' })
    await expect.poll(() => restored.getSnapshot().value).toBe('sentToServer')
  })
})

describe('the app fails', () => {
  test('while preparing: a sentence, and retry prepares again', async () => {
    const transport = toServer()
    let fails = true
    const run = rehearse(authorizationCodeMachine, {
      deliver: transport.deliver,
      prepare: (call) => (fails ? Promise.reject(new Error('The lab cannot be reached.')) : transport.prepare(call)),
    })
    await run.press()
    expect(failureOf(run.snapshot())).toBe('The lab cannot be reached.')
    expect(nextButton(run.machine, run.snapshot()).enabled).toBe(false)
    fails = false
    await run.press({ type: 'learner.retry' })
    expect(exchangeOf(run.snapshot())?.phase).toBe('onTheWire')
    expect(failureOf(run.snapshot())).toBeNull()
  })

  test('while delivering: retry delivers again, without preparing a second time', async () => {
    const transport = toServer()
    let fails = true
    const run = rehearse(authorizationCodeMachine, {
      prepare: transport.prepare,
      deliver: (call, options) =>
        fails ? Promise.reject(new Error('The store is down.')) : transport.deliver(call, options),
    })
    await run.press()
    await run.press()
    expect(failureOf(run.snapshot())).toBe('The store is down.')
    expect(run.snapshot().hasTag('refused')).toBe(false)
    fails = false
    await run.press({ type: 'learner.retry' })
    expect(run.state()).toBe('sentToServer')
    expect(transport.calls).toHaveLength(1)
  })

  test('on an edit the lab does not take, the learner can edit once more or drop it', async () => {
    const transport = toServer()
    const run = rehearse(authorizationCodeMachine, {
      prepare: transport.prepare,
      deliver: (call, options) =>
        options.request
          ? Promise.reject(new Error('The request has to go to this lab.'))
          : transport.deliver(call, options),
    })
    await run.press()
    const request = { method: 'GET', url: 'https://example.com/', headers: [], body: null }
    await run.press({ type: 'learner.deliverEdited', request })
    expect(failureOf(run.snapshot())).toBe('The request has to go to this lab.')
    await run.press({ type: 'learner.drop' })
    expect(run.state()).toBe('beforeStart')
  })

  test('inside a party: the exchange is made anew on retry', async () => {
    let fails = true
    const transport = scripted(() =>
      fails ? { arrival: 'refusal', outcome: 'failed' } : { arrival: 'redirect-to-server' },
    )
    const run = rehearse(authorizationCodeMachine, transport)
    await run.move()
    expect(failureOf(run.snapshot())).toBe('The app itself failed while this message was answered. Try again.')
    fails = false
    await run.press({ type: 'learner.retry' })
    await run.press()
    expect(run.state()).toBe('sentToServer')
    expect(transport.calls).toHaveLength(2)
  })

  test('without a transport the failure says what is missing', async () => {
    const actor = createActor(authorizationCodeMachine, { input: ALICE }).start()
    actor.send({ type: 'learner.next' })
    await expect.poll(() => failureOf(actor.getSnapshot())).toMatch(/withTransport/)
  })
})

test('looking ahead starts nothing', () => {
  const [snapshot] = initialTransition(authorizationCodeMachine, ALICE)
  expect(nextButton(authorizationCodeMachine, snapshot).label).toBe('Next: Alice opens the app')
  expect(snapshot.value).toBe('beforeStart')
})
