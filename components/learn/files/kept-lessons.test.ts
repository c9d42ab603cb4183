import { beforeEach, expect, test, vi } from 'vitest'
import { progressId } from '@/lib/course/file/digest'
import type { LessonPlan } from '@/lib/course/lesson-plan'
import { PLANS } from '@/lib/course/plans'
import { forgetName, keepLesson, keepReceipt, keptLesson, receipts } from './kept-lessons'

const [plan] = PLANS as readonly [LessonPlan]
const stored = new Map<string, string>()

beforeEach(() => {
  stored.clear()
  const storage = { getItem: (key: string) => stored.get(key) ?? null, setItem: stored.set.bind(stored) }
  vi.stubGlobal('localStorage', storage)
  return () => vi.unstubAllGlobals()
})

test('a lesson is found by what it says, and its name goes when it is forgotten', () => {
  const kept = { plan, assignment: { name: 'Ana', label: 'Group 2' } }
  const id = keepLesson(kept) ?? ''
  expect(id).toBe(progressId(plan))
  expect(keptLesson(id)).toEqual(kept)
  expect(keptLesson('another')).toBeNull()
  forgetName(id)
  expect(keptLesson(id)).toEqual({ plan, assignment: null })
  expect([...stored.values()].join()).not.toContain('Ana')
})

test('the newest twelve are kept, and forty receipts', () => {
  const ids = Array.from({ length: 13 }, (_, at) =>
    keepLesson({ plan: { ...plan, minutes: at + 1 }, assignment: null }),
  )
  expect(ids.map((id) => keptLesson(id ?? '') !== null)).toEqual([false, ...Array.from({ length: 12 }, () => true)])
  for (let at = 0; at < 45; at++) keepReceipt(`receipt ${at}`)
  keepReceipt(undefined)
  expect(receipts()).toHaveLength(40)
  expect(receipts()[0]).toBe('receipt 44')
})

test.each(['', 'nonsense', '[7, null]', '{"a":1}', '[{"id":"x","plan":7,"assignment":7}]'])(
  '%j in the store is nothing',
  (text) => {
    stored.set('grant-lab lessons', text)
    stored.set('grant-lab receipts', text)
    expect(keptLesson('x')).toBeNull()
    expect(receipts()).toEqual([])
  },
)

test('a browser that keeps nothing says so', () => {
  vi.stubGlobal('localStorage', undefined)
  expect(keepLesson({ plan, assignment: null })).toBeNull()
  expect(receipts()).toEqual([])
})
