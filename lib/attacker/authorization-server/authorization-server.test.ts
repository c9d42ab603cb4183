import { expect, test } from 'vitest'
import { handleAttacker } from '../handler'

const ORIGINS = {
  attacker: 'http://127.0.0.1:3004/a-lab',
  client: 'http://localhost:3003/client/a-lab',
  resource: 'http://localhost:3002/a-lab',
  issuer: 'http://localhost:3001/a-lab',
  app: 'http://localhost:3000',
}

const open = (path: string, relay: Record<string, string> = {}, init?: RequestInit) =>
  handleAttacker(new Request(ORIGINS.attacker + path, init), {
    ...{ origins: ORIGINS, now: () => 0, report: () => {}, published: {}, relay },
    fetch: () => Promise.reject(new Error('Nothing is to be sent.')),
  })

test('sends the browser on to the honest server, with the parameters she wants otherwise', async () => {
  const query = 'response_type=code&client_id=at-hers&state=s%261&code_challenge=theirs'
  const { status, headers } = await open(`/server/authorize?${query}`, { client_id: 'editor', code_challenge: 'hers' })
  expect(status).toBe(303)
  const target = new URL(headers.get('location') ?? '')
  expect(target.origin + target.pathname).toBe(`${ORIGINS.issuer}/authorize`)
  expect([...target.searchParams]).toEqual([
    ['response_type', 'code'],
    ['state', 's&1'],
    ['client_id', 'editor'],
    ['code_challenge', 'hers'],
  ])
})

test('takes every code, and answers that it did not work', async () => {
  const response = await open('/server/token', {}, { method: 'POST', body: 'grant_type=authorization_code&code=c' })
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({ error: 'invalid_grant' })
})
