import { expect, it } from 'vitest'
import type { SecretReport } from '@/lib/oauth/environment'
import { type Exposure, exposureOf } from '@/lib/wire/exposure'
import { EXCHANGES, exchangeAt, KNOWN } from '@/lib/wire/sample-run'
import { PARTY_NAMES } from '@/machines/kit/party-names'
import { verdictOf } from './verdict'

const verdict = (ledger: Exposure) => verdictOf(ledger, PARTY_NAMES)
const TOKEN: SecretReport = { kind: 'access_token', value: 'a-token-of-the-address', madeBy: 'authorization-server' }

function sent(url: string, to: 'client' | 'resource-server' = 'client') {
  const first = exchangeAt(4)
  const response = { status: 200, headers: [['content-type', 'text/html'] as [string, string]], body: '<main>' }
  return { ...first, seq: 1, to, secrets: [TOKEN], request: { method: 'GET', url, headers: [], body: null }, response }
}

it('names everybody who has held the access token, and nobody else', () => {
  expect(verdict(exposureOf(EXCHANGES, KNOWN))).toBe(
    'Nobody but the app, the auth server and the photos API ever held the access token.',
  )
  expect(verdict(exposureOf(EXCHANGES.slice(0, 5), KNOWN))).toBe(
    'Nobody but the app and the auth server ever held the access token.',
  )
})

it('before there is a token, says that all is well', () => {
  expect(verdict(exposureOf([], KNOWN))).toBe('No secret has gone anywhere yet.')
  expect(verdict(exposureOf(EXCHANGES.slice(0, 4), KNOWN))).toBe('So far every secret is where it belongs.')
})

it('says where a token stands that should stand nowhere, and in how many addresses', () => {
  const url = `http://localhost:3003/?access_token=${TOKEN.value}`
  expect(verdict(exposureOf([sent(url)], []))).toBe(
    'The access token was seen by the browser, stands in a server’s log and was in the URL of a message.',
  )
})

it('says who has seen the password', () => {
  const signIn = { ...exchangeAt(3), to: 'client' as const, secrets: [] }
  expect(verdict(exposureOf([signIn], KNOWN))).toBe('The password was seen by the app.')
})

it('says what the attacker has', () => {
  const theft = { ...exchangeAt(6), from: 'attacker' } as const
  expect(verdict(exposureOf([...EXCHANGES.slice(0, 5), theft], KNOWN))).toBe(
    'The access token is in the attacker’s hands.',
  )
})
