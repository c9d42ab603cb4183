import nodeCrypto from 'node:crypto'
import { afterAll, beforeAll, test, vi } from 'vitest'
import { restoreLab } from '@/lib/lab/branches'
import { labTime } from '@/lib/lab/clock'
import { readStores } from '@/lib/lab/stores'
import type { OpenBackend } from '@/lib/storage/port'
import { EVERY_GRANT } from '@/machines/every-grant'
import type { LoadedGrant } from '@/machines/kit/entry'
import type { GrantEvent } from '@/machines/kit/events'
import { can, exchangeOf, extraEvents } from '@/machines/kit/reading'
import { ALICE, rehearse } from '@/machines/kit/rehearsal'
import { createTestLab, type TestLab } from './lab'
import { sameNodeSignatures, sameSignatures } from './same-signatures'

/** More presses than any grant has, the usual way and everything that is offered after it. */
const FARTHEST = 100
/** Milliseconds one flow may take on a busy machine, with all the others beside it. */
const PATIENCE = 240_000
/** Seconds somebody reads before going back. */
const READING = 7 * 60

/**
 * The promise of rewinding, on one store: restored to any step of any grant, a lab is what a fresh one with the same
 * seed is at that step, however long somebody read meanwhile.
 */
export function restoresEveryStep(open: OpenBackend): void {
  const opened: { close(): Promise<void> }[] = []
  const openOnce: OpenBackend = async (name, tables) => {
    const backend = await open(name, tables)
    opened.push(backend)
    return backend
  }
  afterAll(async () => void (await Promise.all(opened.map((backend) => backend.close()))))

  beforeAll(() => {
    const { sign } = crypto.subtle
    const signInNode = nodeCrypto.sign
    const spy = vi.spyOn(crypto.subtle, 'sign').mockImplementation(sameSignatures(sign.bind(crypto.subtle)))
    const spyInNode = vi.spyOn(nodeCrypto, 'sign').mockImplementation(sameNodeSignatures(signInNode))
    return () => {
      spy.mockRestore()
      spyInNode.mockRestore()
    }
  })

  test.concurrent.for(EVERY_GRANT)(
    '$slug, at every step',
    { timeout: PATIENCE },
    async (entry, { expect, onTestFinished }) => {
      const newLab = async () => {
        const { tokenStore: _tokens, clientStore: _sessions, ...wishes } = entry.lab()
        const { slug } = entry
        const lab = await createTestLab({ ...wishes, seed: slug }, { open: openOnce, hostSeed: slug })
        onTestFinished(() => lab.labs.remove(lab.lab))
        return lab
      }
      const fresh = await newLab()
      const expected = await play(entry, fresh)
      await fresh.labs.remove(fresh.lab)

      const lab = await newLab()
      const played = await play(entry, lab)
      expect(played.map(({ seq, phase }) => `${seq} ${phase}`)).toEqual(
        expected.map(({ seq, phase }) => `${seq} ${phase}`),
      )
      for (const [step, { seq, phase, ...world }] of [...expected.entries()].reverse()) {
        lab.wait(READING)
        await restoreLab(lab.lab, lab.host, { branch: 1, at: seq, phase })
        const stores = await readStores(lab.lab, lab.host)
        expect({ stores, ...besideStores(lab) }, `step ${step} of ${expected.length - 1}`).toEqual(world)
        lab.lab.branches = lab.lab.branches.filter(({ id }) => id === 1)
      }
    },
  )
}

/** The usual way, then everything else the grant offers: expiry, refresh, theft, revocation. */
async function play(entry: LoadedGrant, lab: TestLab) {
  const run = rehearse(entry.machine, lab, ALICE)
  const stops = [stopOf(lab)]
  const tried = new Set<string>()
  const further = (): GrantEvent | null => {
    const snapshot = run.snapshot()
    if (exchangeOf(snapshot) || can(snapshot, 'learner.next')) return { type: 'learner.next' }
    const extra = extraEvents(snapshot).find(({ type }) => !tried.has(type))
    if (!extra) return null
    tried.add(extra.type)
    return { type: extra.type } as GrantEvent
  }
  for (let event = further(); event && stops.length < FARTHEST; event = further()) {
    await run.press(event)
    stops.push(stopOf(lab))
  }
  if (lab.failures.length > 0) throw lab.failures[0]
  return stops
}

/** The lab at rest after a press; its rows as they were read from the store just then. */
function stopOf(lab: TestLab) {
  const { seq = 0, phase = 'answered', stores } = lab.lab.checkpoints.at(-1) ?? {}
  return structuredClone({ seq, phase, stores, ...besideStores(lab) })
}

/** What the lab keeps beside the rows of its servers. */
function besideStores({ lab, host }: TestLab) {
  const { browser, attacker, keySet, policy, held, exchanges, random } = lab
  return {
    browsers: [browser, attacker.browser],
    keySet,
    policy,
    onTheWire: held && { call: held.call, request: held.request },
    messages: exchanges.map(({ from, to, request, response }) => ({ from, to, request, response })),
    clock: { now: labTime(lab, host), advanced: lab.clock.advanced },
    drawn: random.position(),
  }
}
