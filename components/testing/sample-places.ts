import type { Screen } from '@/lib/user-agent/screen'
import type { CellValue, Place } from '@/lib/wire/place'
import { CLIENT, ISSUER, NOW, RESOURCE, SECRETS } from './sample-exchanges'

/** A row, there from one step on (inclusive) until another (exclusive). */
type Line = [from: number, until: number, row: Record<string, CellValue>]

function place(step: number, head: Omit<Place, 'columns' | 'rows'>, columns: string[], lines: Line[]): Place {
  const rows = lines.filter(([from, until]) => step >= from && step < until).map(([, , row]) => row)
  return { ...head, columns, rows }
}

const EVER = Number.POSITIVE_INFINITY
const codeRow = {
  key: '4ad3c0…',
  client_id: 'photo-editor',
  user_id: 'alice',
  scope: 'photos.read',
  redirect_uri: `${CLIENT}/callback`,
  code_challenge: SECRETS.challenge,
  issued_at: NOW + 8000,
  expires_at: NOW + 68_000,
}

/** What is stored where after step `step`. */
export function samplePlaces(step: number): Place[] {
  const server = { party: 'authorization-server', medium: 'SQLite table' } as const
  const app = { party: 'client', medium: 'Memory' } as const
  return [
    place(
      step,
      { id: 'browser.cookies', party: 'browser', label: 'Cookies', medium: 'Cookie jar' },
      ['name', 'value', 'host', 'path', 'flags'],
      [
        [
          2,
          EVER,
          {
            name: 'photo_editor',
            value: SECRETS.clientSession,
            host: 'localhost',
            path: '/client/k7v2m9qd',
            flags: 'HttpOnly, Secure, SameSite=Lax',
          },
        ],
        [
          6,
          EVER,
          {
            name: 'as_session',
            value: SECRETS.serverSession,
            host: 'localhost',
            path: '/k7v2m9qd',
            flags: 'HttpOnly, Secure, SameSite=Lax',
          },
        ],
      ],
    ),
    place(
      step,
      { id: 'browser.history', party: 'browser', label: 'History', medium: 'Browser history' },
      ['url', 'title'],
      [
        [4, EVER, { url: `${ISSUER}/authorize?response_type=code&state=${SECRETS.state}`, title: 'Sign in' }],
        [8, EVER, { url: `${ISSUER}/consent?transaction=tx_5mJ2kQ`, title: 'Allow access' }],
        [12, EVER, { url: `${CLIENT}/callback?code=${SECRETS.code}&state=${SECRETS.state}`, title: '' }],
        [18, EVER, { url: `${CLIENT}/photos`, title: 'Your photos' }],
      ],
    ),
    place(
      step,
      { ...app, id: 'client.logins', label: 'Logins under way' },
      ['key', 'state', 'code_verifier', 'redirect_uri', 'scope', 'response'],
      [
        [
          2,
          12,
          {
            key: 'f83a…',
            state: SECRETS.state,
            code_verifier: SECRETS.verifier,
            redirect_uri: `${CLIENT}/callback`,
            scope: 'photos.read',
            response: null,
          },
        ],
        [
          12,
          14,
          {
            key: 'f83a…',
            state: SECRETS.state,
            code_verifier: SECRETS.verifier,
            redirect_uri: `${CLIENT}/callback`,
            scope: 'photos.read',
            response: `code=${SECRETS.code}&state=${SECRETS.state}`,
          },
        ],
      ],
    ),
    place(
      step,
      { ...app, id: 'client.tokens', label: 'Tokens' },
      ['key', 'access_token', 'refresh_token', 'scope', 'issued_at', 'access_expires_at'],
      [
        [
          14,
          EVER,
          {
            key: 'f83a…',
            access_token: SECRETS.accessToken,
            refresh_token: SECRETS.refreshToken,
            scope: 'photos.read',
            issued_at: NOW + 12_000,
            access_expires_at: NOW + 312_000,
          },
        ],
      ],
    ),
    place(
      step,
      { ...server, id: 'authorization-server.sqlite.authorization_codes', label: 'Authorization codes' },
      ['key', 'client_id', 'user_id', 'scope', 'redirect_uri', 'code_challenge', 'issued_at', 'expires_at', 'used_at'],
      [
        [10, 14, { ...codeRow, used_at: null }],
        [14, EVER, { ...codeRow, used_at: NOW + 12_000 }],
      ],
    ),
    place(
      step,
      { ...server, id: 'authorization-server.sqlite.sessions', label: 'Sessions' },
      ['key', 'user_id', 'auth_time', 'expires_at'],
      [[6, EVER, { key: 'b02e71…', user_id: 'alice', auth_time: NOW + 4000, expires_at: NOW + 3_604_000 }]],
    ),
    place(
      step,
      { ...server, id: 'authorization-server.sqlite.access_tokens', label: 'Access tokens' },
      ['key', 'format', 'jti', 'client_id', 'user_id', 'scope', 'resource', 'issued_at', 'expires_at', 'revoked_at'],
      [
        [
          14,
          EVER,
          {
            key: 'e71b90…',
            format: 'jwt',
            jti: 'at-41c7',
            client_id: 'photo-editor',
            user_id: 'alice',
            scope: 'photos.read',
            resource: RESOURCE,
            issued_at: NOW + 12_000,
            expires_at: NOW + 312_000,
            revoked_at: null,
          },
        ],
      ],
    ),
    place(
      step,
      { ...server, id: 'authorization-server.sqlite.refresh_tokens', label: 'Refresh tokens' },
      ['key', 'client_id', 'user_id', 'scope', 'issued_at', 'expires_at', 'used_at'],
      [
        [
          14,
          EVER,
          {
            key: '0c5d42…',
            client_id: 'photo-editor',
            user_id: 'alice',
            scope: 'photos.read',
            issued_at: NOW + 12_000,
            expires_at: NOW + 86_412_000,
            used_at: null,
          },
        ],
      ],
    ),
    place(
      step,
      { id: 'resource-server.keys', party: 'resource-server', label: 'Cached keys', medium: 'Memory' },
      ['kid', 'alg', 'jwk'],
      [[16, EVER, { kid: 'as-1', alg: 'ES256', jwk: '{"kty":"EC","crv":"P-256",…}' }]],
    ),
  ]
}

/** What Alice's browser shows after step `step`. */
export function sampleScreen(step: number): Screen | null {
  if (step < 4) return null
  if (step < 8) {
    return {
      url: `${ISSUER}/authorize?response_type=code&client_id=photo-editor&state=${SECRETS.state}`,
      title: 'Sign in',
      page: 'login',
      text: ['# Sign in', 'to continue to Photo Editor'],
      forms: [
        {
          name: 'login',
          fields: [
            { name: 'username', label: 'User name', type: 'text', value: 'alice', checked: false },
            { name: 'password', label: 'Password', type: 'password', value: 'wonderland', checked: false },
          ],
          buttons: [{ name: 'decision', value: 'sign-in', label: 'Sign in' }],
        },
      ],
      items: [],
    }
  }
  if (step < 18) {
    return {
      url: `${ISSUER}/consent?transaction=tx_5mJ2kQ`,
      title: 'Allow access',
      page: 'consent',
      text: ['# Photo Editor asks for access', 'You are signed in as Alice Liddell.'],
      forms: [
        {
          name: 'consent',
          fields: [
            { name: 'scope', label: 'See your photos', type: 'checkbox', value: 'photos.read', checked: true },
            { name: 'scope', label: 'Add photos', type: 'checkbox', value: 'photos.write', checked: false },
          ],
          buttons: [
            { name: 'decision', value: 'approve', label: 'Approve' },
            { name: 'decision', value: 'deny', label: 'Deny' },
          ],
        },
      ],
      items: [],
    }
  }
  return {
    url: `${CLIENT}/photos`,
    title: 'Your photos',
    page: 'photos',
    text: ['# Your photos', 'Fetched from your photo drive a moment ago.'],
    forms: [],
    items: ['Tea party', 'White rabbit', 'Croquet'],
  }
}
