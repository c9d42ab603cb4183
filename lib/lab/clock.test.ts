import { expect, test } from 'vitest'
import { createTestLab } from '@/lib/testing/lab'
import { labTime } from './clock'

const OPEN_APP = { move: 'open-page', step: 'open-app', input: { page: 'client-login' } }

test('a lab that is stepped waits for its reader', async () => {
  const { lab, host, wait, prepare, deliver } = await createTestLab()
  await prepare(OPEN_APP)
  const before = labTime(lab, host)
  wait(600)
  const { at } = await deliver(OPEN_APP)
  expect(at - before).toBe(1_000)
})

test('a lab used from outside only keeps the pace of the wall', async () => {
  const { lab, host, wait, created, fetch } = await createTestLab()
  const before = labTime(lab, host)
  wait(600)
  await fetch(`${created.issuer}/jwks`)
  expect(labTime(lab, host) - before).toBe(600_000)
})

test('advancing it counts in full', async () => {
  const { lab, host, advance, prepare } = await createTestLab()
  await prepare(OPEN_APP)
  const before = labTime(lab, host)
  advance(60)
  expect(labTime(lab, host) - before).toBe(60_000)
})
