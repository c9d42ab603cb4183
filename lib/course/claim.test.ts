import { beforeAll, describe, expect, test } from 'vitest'
import { createTestLab, type TestLab } from '@/lib/testing/lab'
import { loadedGrant } from '@/machines/every-grant'
import { has } from '@/machines/kit/reading'
import { rehearse } from '@/machines/kit/rehearsal'
import { type Claim, holds } from './claim'

describe('claims about an authorization code flow', () => {
  let lab: TestLab
  beforeAll(async () => {
    const entry = loadedGrant('authorization-code')
    lab = await createTestLab(entry.lab())
    const run = rehearse(entry.machine, lab)
    for (let moves = 0; moves < 30 && !has(run.snapshot(), 'done'); moves += 1) await run.move()
  })

  /** At the request, or the response, of the step. */
  function at(step: string, kind: 'request' | 'response', claim: Claim): boolean {
    const { exchanges, castSecrets, timeline } = lab.lab
    const seq = exchanges.find((exchange) => exchange.step === step)?.seq ?? 0
    return holds(claim, { exchanges, castSecrets, timeline, at: { seq, kind } })
  }

  test('a message is who sends what to whom', () => {
    const tokenRequest = { from: 'client', to: 'authorization-server', method: 'POST', path: '/token' } as const
    expect(at('token-request', 'request', { message: tokenRequest })).toBe(true)
    expect(at('token-request', 'request', { message: { ...tokenRequest, from: 'browser' } })).toBe(false)
    expect(at('token-request', 'request', { message: { field: 'code_verifier' } })).toBe(true)
    expect(at('token-request', 'request', { message: { field: 'password' } })).toBe(false)
    expect(at('token-request', 'response', { message: { from: 'authorization-server', status: 200 } })).toBe(true)
    expect(at('token-request', 'response', { message: { carries: 'access_token' } })).toBe(true)
    expect(at('callback', 'request', { message: { carries: 'access_token' } })).toBe(false)
    expect(at('open-app', 'response', { message: { path: '/authorize' } })).toBe(true)
  })

  test('a check is what a party reported', () => {
    expect(at('token-request', 'response', { check: 'verifier-matches', verdict: 'passed' })).toBe(true)
    expect(at('token-request', 'response', { check: 'verifier-matches', verdict: 'failed' })).toBe(false)
    expect(at('callback', 'response', { check: 'verifier-matches', verdict: 'passed' })).toBe(false)
  })

  test('a holder is read off the messages so far', () => {
    const clientHolds: Claim = { holder: 'client', secret: 'access_token', mark: 'holds' }
    expect(at('token-request', 'request', clientHolds)).toBe(false)
    expect(at('token-request', 'response', clientHolds)).toBe(true)
    const browserNever: Claim = { holder: 'browser', secret: 'access_token', mark: 'never' }
    expect(at('token-request', 'response', browserNever)).toBe(true)
    expect(at('callback', 'request', { holder: 'browser', secret: 'authorization_code', mark: 'never' })).toBe(false)
  })

  test('a place is read as it was then', () => {
    expect(at('token-request', 'request', { place: 'client.', secret: 'access_token' })).toBe(false)
    expect(at('token-request', 'response', { place: 'client.', secret: 'access_token' })).toBe(true)
    expect(at('token-request', 'response', { place: 'browser.', secret: 'access_token' })).toBe(false)
  })

  test('claims can be put together', () => {
    const yes: Claim = { check: 'verifier-matches', verdict: 'passed' }
    const no: Claim = { not: yes }
    expect(at('token-request', 'response', { all: [yes, { not: no }] })).toBe(true)
    expect(at('token-request', 'response', { any: [no, yes] })).toBe(true)
    expect(at('token-request', 'response', { all: [yes, no] })).toBe(false)
  })
})
