import { expect, test } from 'vitest'
import { createTestLab } from '@/lib/testing/lab'
import { connected } from '@/machines/kit/connected'
import { presentToken, type ShownTo } from './present'

async function labWithToken() {
  const { lab, host } = await createTestLab({ moves: connected })
  const made = lab.exchanges.flatMap(({ secrets }) => secrets)
  const token = made.findLast(({ kind }) => kind === 'access_token')?.value ?? ''
  const show = (shown: string, to: ShownTo, strict: boolean | null = null) =>
    presentToken(lab, host, { token: shown, to, strict })
  return { lab, token, show }
}

test('the real servers answer, and the lab records nothing', async () => {
  const { lab, token, show } = await labWithToken()
  const recorded = lab.exchanges.length
  expect((await show(token, 'photos')).exchange.response?.status).toBe(200)
  expect((await show(token, 'usage')).exchange.response?.status).toBe(403)
  const { exchange } = await show(token, 'introspection')
  expect(JSON.parse(exchange.response?.body ?? '')).toMatchObject({ active: true, sub: 'alice' })
  expect(JSON.parse((await show('', 'keys')).exchange.response?.body ?? '')).toHaveProperty('keys.0.kid')
  expect(lab.exchanges).toHaveLength(recorded)
})

test('a changed token is stopped by a strict API and let in by a lax one', async () => {
  const { lab, token, show } = await labWithToken()
  const [header, payload] = token.split('.')
  const forged = `${header}.${payload}.AAAA`
  const strict = await show(forged, 'photos', true)
  expect(strict.exchange.response?.status).toBe(401)
  expect(strict.exchange.checks.find(({ verdict }) => verdict === 'failed')?.id).toBe('jwt.signature')
  expect((await show(forged, 'photos', false)).exchange.response?.status).toBe(200)
  expect(lab.policy.strictJwt).toBe(true)
})
