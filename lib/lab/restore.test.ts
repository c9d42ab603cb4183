import { describe, expect, test } from 'vitest'
import { openMemory } from '@/lib/storage/memory'
import { openSqlite } from '@/lib/storage/sqlite'
import { createTestLab, type TestLab } from '@/lib/testing/lab'
import { restoreLab } from './checkpoints'
import type { MoveCall } from './contract'
import { readStores } from './stores'

const app = { application: 'photo-editor' }
const RUN: MoveCall[] = [
  { move: 'open-page', step: 'open-app', input: { page: 'client-login' } },
  { move: 'follow-redirect', step: 'authorization-request' },
  {
    move: 'submit-form',
    step: 'sign-in',
    input: { form: 'login', values: { username: 'alice', password: 'wonderland' } },
  },
  { move: 'follow-redirect', step: 'consent-request' },
  {
    move: 'submit-form',
    step: 'consent-decision',
    input: { form: 'consent', values: {}, button: { name: 'decision', value: 'approve' } },
  },
  { move: 'follow-redirect', step: 'callback' },
  { move: 'token-request', step: 'token-request', input: app },
  { move: 'resource-request', step: 'resource-request', input: app },
  { move: 'refresh-request', step: 'refresh-request', input: app },
]

/** Opaque tokens: a signature holds randomness that no seed reaches. */
const WISHES = { seed: 'a class of thirty', policy: { accessTokenFormat: 'opaque' } }

async function play(lab: TestLab, moves: readonly MoveCall[]): Promise<number[]> {
  const seqs: number[] = []
  for (const call of moves) {
    await lab.prepare(call)
    const { seq, outcome } = await lab.deliver(call)
    expect(outcome, call.step).toBe('accepted')
    seqs.push(seq)
  }
  return seqs
}

describe.each([
  ['memory', () => openMemory],
  ['sqlite', () => openSqlite(':memory:')],
])('%s', (_name, open) => {
  test('restored to any step, a lab equals a fresh one with the same seed at that step', async () => {
    const whole = await createTestLab(WISHES, { open: open() })
    const seqs = await play(whole, RUN)
    for (const [index, seq] of [...seqs.entries()].reverse()) {
      await restoreLab(whole.lab, whole.host, seq)
      const fresh = await createTestLab(WISHES, { open: open() })
      await play(fresh, RUN.slice(0, index + 1))
      expect(await readStores(whole.lab, whole.host), RUN[index]?.step).toEqual(await readStores(fresh.lab, fresh.host))
      expect(whole.lab.browser).toEqual(fresh.lab.browser)
      expect(whole.lab.exchanges.map(({ request }) => request)).toEqual(
        fresh.lab.exchanges.map(({ request }) => request),
      )
    }
  })

  test('from a restored step the run goes on', async () => {
    const lab = await createTestLab(WISHES, { open: open() })
    const seqs = await play(lab, RUN)
    await restoreLab(lab.lab, lab.host, seqs[5] ?? 0)
    await play(lab, RUN.slice(6))
  })
})

test('a step nobody kept is named', async () => {
  const { lab, host } = await createTestLab()
  await expect(restoreLab(lab, host, 7)).rejects.toThrow('There is no state to go back to after message 7')
})
