// @vitest-environment happy-dom
import { act, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openingState } from '@/lib/room/state'
import { useWishes } from './use-wishes'

const state = openingState('console', 'authorization-code', {})
const answer = { status: 204 }
const posts: { url: string; body: unknown; authorization: string | undefined }[] = []

beforeEach(() => {
  vi.useFakeTimers()
  posts.length = 0
  answer.status = 204
  vi.stubGlobal('fetch', async (url: string, { body, headers }: { body: string; headers: Record<string, string> }) => {
    posts.push({ url, body: JSON.parse(body), authorization: headers.authorization })
    if (answer.status === 204) return new Response(null, { status: 204 })
    return Response.json({ detail: 'This clicker does not belong to an open room.' }, { status: answer.status })
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const phone = () => renderHook(({ now }) => useWishes('BCDFGH', 'key', now), { initialProps: { now: state } })

test('a second press waits until the first has moved something', async () => {
  const { result, rerender } = phone()
  await act(async () => result.current.ask('next'))
  expect(result.current.pending).toBe('next')
  await act(async () => result.current.ask('next'))
  expect(posts).toEqual([
    { url: '/api/rooms/BCDFGH/clicker', body: { want: 'next', term: 1, moved: 1 }, authorization: 'Bearer key' },
  ])
  rerender({ now: { ...state, rev: 2, moved: 2, step: 'sign-in' } })
  expect(result.current.pending).toBeNull()
  await act(async () => result.current.ask('back'))
  expect(posts[1]?.body).toEqual({ want: 'back', term: 1, moved: 2 })
})

test('when nothing moves the phone says so, and can press again', async () => {
  const { result, rerender } = phone()
  await act(async () => result.current.ask('next'))
  act(() => vi.advanceTimersByTime(4000))
  expect(result.current).toMatchObject({ pending: null, trouble: expect.stringContaining('Nothing moved.') })
  rerender({ now: { ...state, rev: 2, moved: 2 } })
  expect(result.current.trouble, 'it came after all').toBeNull()
})

test('a refusal is told in the server’s words', async () => {
  answer.status = 404
  const { result } = phone()
  await act(async () => result.current.ask('black'))
  expect(result.current).toMatchObject({ pending: null, trouble: 'This clicker does not belong to an open room.' })
})
