import { type APIResponse, expect, test } from '@playwright/test'
import { createLab, labCaller } from './lab'

test.describe('the control API answers bad input with a sentence', () => {
  test('an unknown lab, and a known one with a wrong key, are the same 404', async ({ request }) => {
    const lab = await createLab(request)
    const wrong = { authorization: 'Bearer wrong' }
    const unknown = await request.get('/api/labs/no-such-lab', { headers: wrong })
    const locked = await request.get(`/api/labs/${lab.id}`, { headers: wrong })
    expect(await unknown.json()).toEqual(await locked.json())
    await expectProblem(unknown, 404, /no such lab/i)
  })

  test('malformed JSON', async ({ request }) => {
    const answer = await request.post('/api/labs', {
      data: Buffer.from('{"policy":'),
      headers: { 'content-type': 'application/json' },
    })
    await expectProblem(answer, 400, /not valid JSON/)
  })

  test('a body of 1 MiB', async ({ request }) => {
    const answer = await request.post('/api/labs', { data: { seed: 'x'.repeat(1024 * 1024) } })
    await expectProblem(answer, 413, /too large/)
  })

  test('a switch, a preset and a store that do not exist', async ({ request }) => {
    await expectProblem(
      await request.post('/api/labs', { data: { policy: { pcke: 'off' } } }),
      400,
      /no policy switch "pcke"/,
    )
    await expectProblem(
      await request.post('/api/labs', { data: { policy: { pkce: 'maybe' } } }),
      400,
      /pkce cannot be "maybe"/,
    )
    await expectProblem(
      await request.post('/api/labs', { data: { policy: { preset: 'best' } } }),
      400,
      /no preset "best"/,
    )
    await expectProblem(await request.post('/api/labs', { data: { tokenStore: 'paper' } }), 400, /tokenStore/)
  })

  test('a move that does not exist, and one that lies not on the wire', async ({ request }) => {
    const call = labCaller(request, await createLab(request))
    await expectProblem(await call.post('/moves/teleport/prepare', {}), 404, /no move teleport/)
    await expectProblem(await call.post('/moves/token-request/deliver', {}), 409, /Prepare it first/)
    await expectProblem(await call.post('/moves/token-request/prepare', {}), 409, /./)
  })

  test('an edited request that would leave the lab', async ({ request }) => {
    const call = labCaller(request, await createLab(request))
    const prepared = await call.post('/moves/open-page/prepare', { step: 'open-app', input: { page: 'client-login' } })
    const { request: message } = await prepared.json()
    for (const url of ['http://169.254.169.254/latest', 'https://example.com/', 'file:///etc/passwd', 'not a url']) {
      const answer = await call.post('/moves/open-page/deliver', { request: { ...message, url } })
      await expectProblem(answer, 400, /./)
    }
    const still = await call.post('/moves/open-page/deliver', {})
    expect(still.status(), 'the prepared message still lies on the wire').toBe(200)
  })

  test('10,000 parameters at a party', async ({ request }) => {
    const lab = await createLab(request)
    const form = Array.from({ length: 10_000 }, (_, index) => `p${index}=1`).join('&')
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const answer = await request.post(`${lab.issuer}/token`, { data: form, headers })
    expect([400, 413]).toContain(answer.status())
    expect((await request.get(`${lab.issuer}/jwks`)).status(), 'the app keeps running').toBe(200)
  })

  test('a lab that is gone', async ({ request }) => {
    const lab = await createLab(request)
    const call = labCaller(request, lab)
    expect((await call.remove()).status()).toBe(204)
    await expectProblem(await call.get('/exchanges'), 404, /expired/)
    const party = await request.get(`${lab.issuer}/authorize`)
    expect(party.status()).toBe(404)
    expect(await party.text()).toMatch(/expired/)
  })
})

test('labs are isolated: a token of one is refused by the drive of another', async ({ request }) => {
  const [one, other] = [await createLab(request), await createLab(request)]
  const answer = await request.get(`${other.resource}/photos`, { headers: { authorization: 'Bearer made-up' } })
  expect(answer.status()).toBe(401)
  const seen = await (await labCaller(request, one).get('/exchanges')).json()
  expect(seen).toEqual([])
})

test('the issuer never comes from the Host header', async ({ request }) => {
  const lab = await createLab(request)
  const headers = { 'x-forwarded-host': 'evil.test', forwarded: 'host=evil.test' }
  const metadata = await request.get(`${lab.issuer}/.well-known/openid-configuration`, { headers })
  expect((await metadata.json()).issuer).toBe(lab.issuer)
})

async function expectProblem(answer: APIResponse, status: number, detail: RegExp) {
  expect(answer.status(), await answer.text()).toBe(status)
  expect(answer.headers()['content-type']).toContain('application/problem+json')
  const problem = await answer.json()
  expect(problem.detail).toMatch(detail)
  expect(problem.detail, 'a sentence').toMatch(/[.)]$/)
}
