import { expect, test } from 'vitest'
import type { LessonPlan } from '@/lib/course/lesson-plan'
import { PLANS } from '@/lib/course/plans'
import { namesOfLabs } from '@/lib/server/lessons/names'
import { lessonPath, readAddress } from './address'
import { lessonNames } from './names'

const names = await lessonNames(namesOfLabs())
const [builtIn] = PLANS
const own = { ...builtIn, id: 'own', title: 'My own' } as LessonPlan
const hashOf = (path: string | null) => path?.slice(path.indexOf('#')) ?? ''

test('a link carries a lesson of one’s own, and what it is assigned to', async () => {
  const path = await lessonPath(own, 'Group 2 & more')
  expect(path).toMatch(/^\/lessons\/open#l=[\w-]+&for=Group\+2\+%26\+more$/)
  expect(await readAddress(hashOf(path), names)).toEqual({ assigned: 'Group 2 & more', read: { plan: own } })
  expect(await readAddress(hashOf(await lessonPath(own)), names)).toEqual({ assigned: null, read: { plan: own } })
})

test('a built-in lesson needs no more than its name', async () => {
  const path = await lessonPath(builtIn as LessonPlan, '')
  expect(path).toBe('/lessons/open#b=authorization-code&for=')
  expect(await readAddress(hashOf(path), names)).toEqual({ assigned: '', read: { plan: builtIn } })
})

test.each([
  ['', 'The link names no lesson.'],
  ['#b=none', 'has no lesson “none”'],
  ['#l=AAAA', 'The link is not whole'],
  ['#l=%E0%A4%A', 'The link is not whole'],
])('a link with %s says what to do', async (hash, sentence) => {
  const { read } = await readAddress(hash, names)
  expect('problems' in read ? read.problems.map(({ what }) => what).join() : '').toContain(sentence)
})
