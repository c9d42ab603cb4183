import { describe, expect, it } from 'vitest'
import { CITATIONS } from '@/lib/oauth/citations'
import { PARTIES, type Party } from '@/lib/oauth/parties'
import { SECRET_KINDS, type SecretKind } from '@/lib/oauth/secrets'
import { isMeantForBrowser, shouldNotHave } from './should-not'
import { CARRIERS, type Holder } from './sighting'

const MAKER: Partial<Record<SecretKind, Party>> = { password: 'user', code_verifier: 'client', assertion: 'client' }

function judged(holder: Holder, kind: SecretKind, browserApp = false, madeBy = MAKER[kind] ?? 'authorization-server') {
  return shouldNotHave({ holder, kind, madeBy: madeBy as Party, browserApp })
}

it.each<[SecretKind, Holder, string]>([
  ['access_token', 'history', 'rfc9700-4.3.2'],
  ['access_token', 'referer', 'rfc6750-5.3'],
  ['access_token', 'server-log', 'rfc6750-5.3'],
  ['access_token', 'browser', 'rfc9700-2.1.2'],
  ['access_token', 'page-script', 'rfc10017-8'],
  ['authorization_code', 'referer', 'rfc9700-4.2'],
  ['authorization_code', 'resource-server', 'rfc6749-10.3'],
  ['client_secret', 'browser', 'rfc6749-2.1'],
  ['client_secret', 'server-log', 'rfc6749-2.3.1'],
  ['password', 'client', 'rfc9700-2.4'],
  ['password', 'resource-server', 'rfc6749-10.3'],
  ['refresh_token', 'resource-server', 'rfc6749-1.5'],
  ['refresh_token', 'browser', 'rfc6749-10.4'],
  ['refresh_token', 'page-script', 'rfc10017-8'],
  ['session_cookie', 'page-script', 'rfc6265-4.1.2'],
])('%s at %s is wrong by %s', (kind, holder, clause) => {
  expect(judged(holder, kind)?.cites).toContain(clause)
})

it.each<[SecretKind, Holder]>([
  ['password', 'browser'],
  ['password', 'authorization-server'],
  ['authorization_code', 'browser'],
  ['authorization_code', 'client'],
  // It has to pass through the address of the callback page (RFC 9700, section 4.3.1).
  ['authorization_code', 'server-log'],
  ['authorization_code', 'history'],
  ['access_token', 'resource-server'],
  ['access_token', 'service'],
  ['refresh_token', 'client'],
  ['client_secret', 'resource-server'],
  ['session_cookie', 'browser'],
  ['code_verifier', 'authorization-server'],
])('%s at %s is as it should be', (kind, holder) => {
  expect(judged(holder, kind)).toBeNull()
})

describe('an application in the browser’s page', () => {
  it('may have in the browser what a client may, but for a refresh token where scripts can read it', () => {
    for (const kind of ['access_token', 'refresh_token', 'authorization_code', 'code_verifier'] as const) {
      expect(judged('browser', kind, true), kind).toBeNull()
      expect(isMeantForBrowser(kind, true), kind).toBe(true)
    }
    expect(judged('page-script', 'access_token', true)).toBeNull()
    expect(judged('page-script', 'refresh_token', true)).not.toBeNull()
    expect(judged('history', 'access_token', true)).not.toBeNull()
  })

  it('still has no business with the password or a client secret', () => {
    expect(isMeantForBrowser('password', true)).toBe(false)
    expect(isMeantForBrowser('client_secret', true)).toBe(false)
  })
})

it('the attacker should have nothing that gives power, and whoever made a secret may have it', () => {
  for (const kind of Object.keys(SECRET_KINDS) as SecretKind[]) {
    expect(judged('attacker', kind) !== null, kind).toBe(SECRET_KINDS[kind].power)
    expect(judged('attacker', kind, false, 'attacker'), kind).toBeNull()
  }
})

it('what gives no power may be anywhere', () => {
  for (const holder of [...PARTIES, ...CARRIERS]) {
    for (const kind of ['state', 'nonce', 'code_challenge', 'user_code', 'dpop_key'] as const) {
      expect(judged(holder, kind), `${kind} ${holder}`).toBeNull()
    }
  }
})

it('every verdict says why and cites a registered clause', () => {
  for (const holder of [...PARTIES, ...CARRIERS]) {
    for (const kind of Object.keys(SECRET_KINDS) as SecretKind[]) {
      const breach = judged(holder, kind)
      if (!breach) continue
      expect(breach.why).toMatch(/^[A-Z].*\.$/)
      expect(breach.cites.length).toBeGreaterThan(0)
      expect(breach.cites.filter((id) => !(id in CITATIONS))).toEqual([])
    }
  }
})
