import { expect, test } from 'vitest'
import type { HttpResponse } from '@/lib/oauth/http'
import { partyPath, plannedResponseLabel, requestLabel, responseLabel } from './labels'
import { PARTY_NAMES, partyNames } from './party-names'

test.each([
  ['http://localhost:3001/lab-1/token', '/token'],
  ['http://localhost:3003/client/lab-1/callback?code=c', '/callback'],
  ['http://localhost:3003/client/lab-1/', '/'],
  ['http://localhost:3003/client/lab-1', '/'],
  ['http://localhost:3003/client/lab-1/spa/callback', '/spa/callback'],
  ['http://localhost:3000/as/lab-1/authorize', '/authorize'],
  ['http://localhost:3000/rs/lab-1/photos', '/photos'],
  ['http://localhost:3001/.well-known/oauth-authorization-server/lab-1', '/.well-known/oauth-authorization-server'],
  ['http://localhost:3001/lab-1/.well-known/openid-configuration', '/.well-known/openid-configuration'],
])('%s is named by its path below the party’s base: %s', (url, path) => {
  expect(partyPath(url)).toBe(path)
})

test('a request is named by its method and path', () => {
  expect(requestLabel({ method: 'POST', url: 'http://localhost:3001/lab-1/token' })).toBe('POST /token')
})

test.each<[string, HttpResponse | null]>([
  ['lost', null],
  ['303 → /callback', { status: 303, headers: [['location', 'http://h/client/l/callback?code=1']], body: null }],
  ['201 OK', { status: 201, headers: [['location', 'http://h/client/l/x']], body: null }],
  ['200 consent page', { status: 200, headers: [], body: '<html><body data-page="consent">' }],
  ['200 tokens', { status: 200, headers: [], body: '{"access_token":"a"}' }],
  ['200 keys', { status: 200, headers: [], body: '{"keys":[]}' }],
  ['200 not active', { status: 200, headers: [], body: '{"active":false}' }],
  ['200 active', { status: 200, headers: [], body: '{"active":true}' }],
  ['400 invalid_grant', { status: 400, headers: [], body: '{"error":"invalid_grant"}' }],
  [
    '401 invalid_token',
    { status: 401, headers: [['www-authenticate', 'Bearer realm="x", error="invalid_token"']], body: '' },
  ],
  ['200 OK', { status: 200, headers: [], body: 'null' }],
])('a response is named by its status and what is in it: %s', (label, response) => {
  expect(responseLabel({ response, arrival: 'confirmation' })).toBe(label)
})

test('a planned response is named by what usually arrives', () => {
  expect(plannedResponseLabel('redirect-to-client', PARTY_NAMES)).toBe('303 → app')
  expect(plannedResponseLabel('redirect-to-client', partyNames('photo-gallery'))).toBe('303 → gallery')
  expect(plannedResponseLabel('login-page', PARTY_NAMES)).toBe('200 login page')
})
