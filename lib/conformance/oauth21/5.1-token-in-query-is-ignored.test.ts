import { expect, test } from 'vitest'
import { accessToken, challengeOf, testResourceServer } from '@/lib/testing/resource-server'

test('[RS-06] MUST ignore a token in the query: as if there were none', async () => {
  const drive = await testResourceServer()
  const response = await drive.send(`/photos?access_token=${await accessToken()}`)
  expect(response.status).toBe(401)
  expect(challengeOf(response).parameters.error).toBeUndefined()
})

test('[RS-06] MUST not let a token in the query get in the way of one in the header', async () => {
  const drive = await testResourceServer()
  const headers = { authorization: `Bearer ${await accessToken()}` }
  expect((await drive.send('/photos?access_token=other', { headers })).status).toBe(200)
})

test('the learner sees that a careless drive did not look where the token came from', async () => {
  const drive = await testResourceServer({ policy: { tokenInQuery: 'accept' } })
  expect((await drive.send(`/photos?access_token=${await accessToken()}`)).status).toBe(200)
  expect(drive.checks()[0]).toMatchObject({ id: 'bearer.not-in-url', verdict: 'off' })
})
