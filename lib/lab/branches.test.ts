import { expect, test } from 'vitest'
import { createTestLab, type TestLab } from '@/lib/testing/lab'
import { seededRandom } from '@/lib/testing/seeded-random'
import { loadedGrant } from '@/machines/every-grant'
import { ALICE, rehearse } from '@/machines/kit/rehearsal'
import { branchesOf, restoreLab } from './branches'
import { labTime } from './clock'
import { readStores } from './stores'

const entry = loadedGrant('authorization-code')

async function played(): Promise<TestLab> {
  const lab = await createTestLab(entry?.lab())
  await rehearse((entry as NonNullable<typeof entry>).machine, lab, ALICE).until('photosShown')
  return lab
}

const tokenRequest = ({ lab }: TestLab) => lab.exchanges.find(({ step }) => step === 'token-request')?.seq ?? 0

/** Everything that is on record of a branch, as JSON. */
function recordOf({ lab }: TestLab, id: number): string {
  const { exchanges, timeline } = lab.branch.id === id ? lab : (lab.branches.find((one) => one.id === id) ?? lab)
  return JSON.stringify({ exchanges, timeline })
}

/** Drops the code_verifier of the token request and sends the rest. */
async function forkWithoutVerifier(lab: TestLab) {
  const branch = await restoreLab(lab.lab, lab.host, { at: tokenRequest(lab), phase: 'prepared' })
  const request = lab.lab.held?.request
  if (!request) throw new Error('No request lies on the wire.')
  const body = request.body?.replace(/&?code_verifier=[^&]+/, '') ?? null
  return {
    branch,
    delivered: await lab.deliver({ move: 'token-request', step: '' }, { request: { ...request, body } }),
  }
}

test('a fork at a request: the very same message lies on the wire, and can be changed', async () => {
  const lab = await played()
  const sent = lab.lab.exchanges.find(({ step }) => step === 'token-request')
  const { branch, delivered } = await forkWithoutVerifier(lab)
  expect(branch).toEqual({ id: 2, parent: 1, from: { seq: sent?.seq, phase: 'prepared' } })
  expect(delivered.prepared).toEqual(sent?.request)
  expect(delivered.outcome).toBe('refused')
})

test('the branch that was left stays byte for byte, and new messages take no number of its', async () => {
  const lab = await played()
  const before = recordOf(lab, 1)
  const highest = lab.lab.nextSeq - 1
  const { delivered } = await forkWithoutVerifier(lab)
  expect(delivered.seq).toBeGreaterThan(highest)
  expect(recordOf(lab, 1)).toBe(before)
  expect(lab.lab.exchanges.filter(({ seq }) => seq <= highest)).toHaveLength(6)
})

test('a branch goes on where it was left: its rows, its clock, what lies on the wire', async () => {
  const lab = await played()
  const refresh = { move: 'refresh-request', step: 'refresh-request', input: { application: 'photo-editor' } }
  const { request } = await lab.prepare(refresh)
  lab.advance(90)
  const stores = await readStores(lab.lab, lab.host)
  const time = labTime(lab.lab, lab.host)
  await forkWithoutVerifier(lab)
  lab.wait(3_600)
  await restoreLab(lab.lab, lab.host, { branch: 1 })
  expect(lab.lab.branch.id).toBe(1)
  expect(await readStores(lab.lab, lab.host)).toEqual(stores)
  expect(labTime(lab.lab, lab.host)).toBe(time)
  expect(lab.lab.held?.request).toEqual(request)
  expect((await lab.deliver(refresh)).outcome).toBe('accepted')
})

test('however long somebody reads, a code is as young in the fork as it was', async () => {
  const lab = await played()
  lab.wait(3_600)
  await restoreLab(lab.lab, lab.host, { at: tokenRequest(lab), phase: 'prepared' })
  expect((await lab.deliver({ move: 'token-request', step: 'token-request' })).outcome).toBe('accepted')
})

test('a hundred jumps between branches and points change no record and no branch’s end', async () => {
  const lab = await played()
  const random = seededRandom('jumps')
  const pick = <Item>(items: readonly Item[]): Item => items[(random(1)[0] ?? 0) % items.length] as Item
  const ends = new Map<number, { record: string; stores: unknown }>()
  const look = async () => {
    const { id } = lab.lab.branch
    ends.set(id, { record: recordOf(lab, id), stores: await readStores(lab.lab, lab.host) })
  }
  await look()
  for (let jump = 0; jump < 100; jump += 1) {
    const { id } = pick(branchesOf(lab.lab))
    const fork = lab.lab.branches.length < 25 && (random(1)[0] ?? 0) < 100
    const points = (lab.lab.branch.id === id ? lab.lab : lab.lab.branches.find((one) => one.id === id))?.checkpoints
    const { seq, phase } = pick(points ?? [])
    await restoreLab(lab.lab, lab.host, fork ? { branch: id, at: seq, phase } : { branch: id })
    if (!fork) expect(await readStores(lab.lab, lab.host)).toEqual(ends.get(id)?.stores)
    const { held } = lab.lab
    if (fork && held) await lab.deliver(held.call, { drop: (random(1)[0] ?? 0) < 128 })
    await look()
    for (const [other, { record }] of ends) expect(recordOf(lab, other)).toBe(record)
  }
  expect(ends.size).toBeGreaterThan(10)
})

test('when a store cannot be written, the lab stays where it is', async () => {
  const lab = await played()
  const before = { record: recordOf(lab, 1), stores: await readStores(lab.lab, lab.host) }
  const { authorizationServer } = lab.lab.backends
  const { open } = authorizationServer
  const time = labTime(lab.lab, lab.host)
  let writes = 0
  authorizationServer.open = (context) => {
    const store = open.call(authorizationServer, context)
    const restore = store.restore.bind(store)
    store.restore = async (dump) => {
      writes += 1
      if (writes === 1) throw new Error('The database is away.')
      return restore(dump)
    }
    return store
  }
  await expect(restoreLab(lab.lab, lab.host, { at: tokenRequest(lab) })).rejects.toThrow('The database is away.')
  authorizationServer.open = open
  expect(lab.lab.branches).toEqual([])
  expect(labTime(lab.lab, lab.host)).toBe(time)
  expect({ record: recordOf(lab, 1), stores: await readStores(lab.lab, lab.host) }).toEqual(before)
})

test('a point or a branch nobody kept is named', async () => {
  const { lab, host } = await createTestLab()
  await expect(restoreLab(lab, host, { at: 7 })).rejects.toThrow(
    'There is no state to go back to for message 7, answered. There is one for 0.',
  )
  await expect(restoreLab(lab, host, { branch: 4 })).rejects.toThrow('This lab has no branch 4. It has 1.')
})

test('a lab keeps a bounded number of branches', async () => {
  const { lab, host } = await createTestLab()
  for (let count = 1; count < 30; count += 1) await restoreLab(lab, host, { at: 0 })
  await expect(restoreLab(lab, host, { at: 0 })).rejects.toThrow('at most 30 branches')
})
