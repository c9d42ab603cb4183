// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { labApi } from '@/components/player/run/lab-api'
import { type ReadToken, readToken } from '@/lib/token-bench/read-token'
import type { BenchLab } from './bench-lab'
import { publishedKeys } from './published-keys'
import { useForge } from './use-forge'

vi.mock('./published-keys', () => ({ publishedKeys: vi.fn() }))
afterEach(cleanup)

type Jwt = Extract<ReadToken, { kind: 'jwt' }>
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
const original = readToken(`${part({ alg: 'ES256' })}.${part({ sub: 'alice', exp: 2e9 })}.c2ln`) as Jwt
const lab = { id: 'a-lab' } as BenchLab
const [before, next] = ['none', 'subject'] as const

/** What is promised, and how to keep the promise later. */
function later<Value>() {
  let keep: (value: Value) => void = () => {}
  const promise = new Promise<Value>((resolve) => {
    keep = resolve
  })
  return { promise, keep }
}

type Keys = Awaited<ReturnType<typeof publishedKeys>>
const KEYS = { jwks: { keys: [] }, at: 0 } as unknown as Keys

test('of two forgeries asked for, the last stands on the bench, whichever is made first', async () => {
  const [slow, quick] = [later<Keys>(), later<Keys>()]
  vi.mocked(publishedKeys).mockReturnValueOnce(slow.promise).mockReturnValueOnce(quick.promise)
  const { result } = renderHook(() => useForge(lab))
  act(() => void result.current.forge(original, before))
  act(() => void result.current.forge(original, next))
  expect(result.current.making).toBe(next)
  await act(async () => quick.keep(KEYS))
  await act(async () => slow.keep(KEYS))
  expect(result.current.made?.id).toBe(next)
  expect(result.current.making).toBeNull()
})

test('an answer to the forgery before is not shown as one to the next', async () => {
  vi.mocked(publishedKeys).mockResolvedValue(KEYS)
  const answer = later<Awaited<ReturnType<typeof labApi.present>>>()
  vi.spyOn(labApi, 'present').mockReturnValueOnce(answer.promise)
  const { result } = renderHook(() => useForge(lab))
  await act(async () => result.current.forge(original, before))
  act(() => void result.current.send())
  await act(async () => result.current.forge(original, next))
  await act(async () => answer.keep({} as Awaited<typeof answer.promise>))
  expect(result.current.made).toMatchObject({ id: next, answer: null })
})
