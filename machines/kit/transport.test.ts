import { describe, expect, it, vi } from 'vitest'
import { createActor, waitFor } from 'xstate'
import { clientCredentialsMachine } from '../grants/client-credentials.machine'
import { has, pathOf } from './reading'
import { ALICE, scripted } from './rehearsal'
import { type Transport, withoutPauses } from './transport'

const play = (transport: Transport) => {
  const actor = createActor(withoutPauses(clientCredentialsMachine, transport), { input: ALICE })
  actor.subscribe({ error: () => {} })
  return actor.start()
}

describe('a run that nobody watches', () => {
  it('makes a whole move at one press', async () => {
    const transport = scripted(() => ({ arrival: 'tokens' }))
    const actor = play(transport)
    const before = pathOf(actor.getSnapshot())
    actor.send({ type: 'learner.next' })
    await waitFor(actor, (snapshot) => has(snapshot, 'rest'))
    expect(pathOf(actor.getSnapshot())).not.toBe(before)
    expect(transport.calls).toHaveLength(1)
  })

  it('does not deliver what nobody had to send', async () => {
    const deliver = vi.fn(scripted(() => ({ arrival: 'tokens' })).deliver)
    const prepare: Transport['prepare'] = async () => ({ ...(await prepared()), nothing: 'She has no code.' })
    const prepared = () =>
      scripted(() => ({ arrival: 'tokens' })).prepare({ move: 'token-request', step: 'token-request' })
    const actor = play({ prepare, deliver })
    actor.send({ type: 'learner.next' })
    await waitFor(actor, (snapshot) => has(snapshot, 'rest'))
    expect(deliver).not.toHaveBeenCalled()
  })

  it('fails where the app fails', async () => {
    const actor = play(scripted(() => ({ arrival: 'nothing', outcome: 'failed' })))
    actor.send({ type: 'learner.next' })
    await expect(waitFor(actor, (snapshot) => has(snapshot, 'rest'))).rejects.toThrow('The app itself failed')
  })
})
