import { expect, test } from 'vitest'
import { createTestLab } from '@/lib/testing/lab'
import { readStores } from './stores'

const OPEN_APP = { move: 'open-page', step: 'open-app', input: { page: 'client-login' } }

test('an idle lab expires, with its rows; one in use stays', async () => {
  const { labs, lab, created, host, wait } = await createTestLab()
  const other = await labs.create({})
  wait(3_500)
  labs.open(created.id, created.key)
  wait(200)
  expect(await labs.expire()).toBe(1)
  expect(labs.find(other.id)).toBeNull()
  expect(labs.find(created.id)).toBe(lab)
  await labs.remove(lab)
  expect((await readStores(lab, host)).authorizationServer.users).toEqual([])
})

test('a wrong key opens nothing, and the answer does not tell whether the lab exists', async () => {
  const { labs, created } = await createTestLab()
  const refusal = (work: () => unknown) => {
    try {
      work()
    } catch (error) {
      return String(error)
    }
    return 'opened'
  }
  expect(refusal(() => labs.open(created.id, 'wrong'))).toBe(refusal(() => labs.open('unknown', created.key)))
  expect(refusal(() => labs.open(created.id, null))).toMatch(/no such lab/)
})

test('when all labs are in use a new one is refused; a long idle one makes room', async () => {
  const { labs, wait } = await createTestLab()
  for (let count = 1; count < 10; count++) await labs.create({})
  await expect(labs.create({})).rejects.toThrow('All labs are in use.')
  wait(600)
  await labs.create({})
  expect(labs.size).toBe(10)
})

test('expired rows are swept, but not from under somebody who steps', async () => {
  const { labs, lab, host, created, fetch, wait, advance, prepare, deliver } = await createTestLab()
  const page = `${created.issuer}/authorize?response_type=code&client_id=photo-editor&code_challenge_method=S256`
  const ask = () =>
    fetch(`${page}&code_challenge=${'a'.repeat(43)}&redirect_uri=${encodeURIComponent(`${created.app}/callback`)}`)
  await ask()
  const transactions = async () => (await readStores(lab, host)).authorizationServer.transactions.length
  expect(await transactions()).toBe(1)
  wait(3_599)
  await labs.expire()
  expect(await transactions()).toBe(0)

  await ask()
  await prepare(OPEN_APP)
  await deliver(OPEN_APP)
  advance(86_400)
  await labs.expire()
  expect(await transactions()).toBe(1)
})
