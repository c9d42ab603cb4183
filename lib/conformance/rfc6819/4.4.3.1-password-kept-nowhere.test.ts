import { expect, test } from 'vitest'
import { createPasswordServer, passwordRequest } from '@/lib/testing/password-grant'

const TYPED = 'looking-glass'

test.each([
  ['accepted', 'wonderland', {}],
  ['refused', TYPED, {}],
  ['refused for its scope', TYPED, { scope: 'admin' }],
])('[RO-07] MUST NOT log, keep or echo the password of a request that is %s', async (_, password, changes) => {
  const as = await createPasswordServer()
  const response = await passwordRequest(as, { password, ...changes })
  expect(await response.text()).not.toContain(password)
  expect(JSON.stringify([...response.headers])).not.toContain(password)
  expect(as.reports.length).toBeGreaterThan(0)
  expect(JSON.stringify(as.reports)).not.toContain(password)
  expect(JSON.stringify(await as.store.dump())).not.toContain(password)
})
