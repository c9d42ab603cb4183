import { expect, test } from 'vitest'
import { createPasswordServer, passwordRequest } from '@/lib/testing/password-grant'

test('[RO-04] SHOULD answer an unknown user exactly like a wrong password, also when guessing is over', async () => {
  const as = await createPasswordServer()
  const answerOf = async (username: string) => {
    const response = await passwordRequest(as, { username, password: 'looking-glass' })
    return { status: response.status, headers: [...response.headers], body: await response.text() }
  }
  for (let guess = 1; guess <= 6; guess += 1) {
    const known = await answerOf('alice')
    expect(await answerOf('nobody')).toEqual(known)
    expect(known.status).toBe(guess <= 5 ? 400 : 429)
  }
})
