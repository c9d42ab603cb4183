import { expect, test } from 'vitest'
import { challengeOf, testResourceServer } from '@/lib/testing/resource-server'

test.each([
  ['no credentials', {}],
  ['credentials of another scheme', { authorization: 'Basic YWxpY2U6d29uZGVybGFuZA==' }],
])('[RS-02] MUST answer %s with 401 and a Bearer challenge that names no error', async (_case, headers) => {
  const drive = await testResourceServer()
  const response = await drive.send('/photos', { headers })
  expect(response.status).toBe(401)
  const { scheme, parameters } = challengeOf(response)
  expect(scheme).toBe('Bearer')
  expect(Object.keys(parameters).length).toBeGreaterThan(0)
  expect(Object.keys(parameters).filter((name) => name.startsWith('error'))).toEqual([])
  expect(await response.text()).toBe('')
})

test('the learner sees which check stopped the request, with no error it did not name', async () => {
  const drive = await testResourceServer()
  await drive.send('/photos')
  const [failed] = drive.checks()
  expect(failed).toMatchObject({ id: 'bearer.presented', verdict: 'failed', error: null })
  expect(drive.checks().at(-1)?.verdict).toBe('not-reached')
})
