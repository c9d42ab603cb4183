import { type BuiltInPlan, USUALLY } from './built-in'

export const refreshPlan: BuiltInPlan = {
  id: 'refresh',
  title: 'Refresh',
  summary: 'Who is shown the refresh token, what rotation gives away about a thief, and who pays for it.',
  flow: 'refresh',
  options: {},
  minutes: 8,
  stops: [
    {
      step: 'refresh-request',
      question: {
        id: 'after-401',
        kind: 'next-message',
        text: 'The API has answered 401: what does the app do?',
        options: [
          {
            id: 'to-api',
            text: 'It shows the API its refresh token',
            claim: { message: { to: 'resource-server', carries: 'refresh_token' } },
            why: 'A refresh token is for the auth server alone: an API that saw it could use it, too.',
          },
          {
            id: 'to-auth-server',
            text: 'It shows the auth server its refresh token',
            claim: { message: { to: 'authorization-server', carries: 'refresh_token' } },
            why: USUALLY,
          },
          {
            id: 'alice',
            text: 'It sends Alice to sign in again',
            claim: { message: { to: 'browser' } },
            why: 'Alice need not even be there: sparing her this is what the refresh token is for.',
          },
        ],
      },
    },
    {
      step: 'refresh-response',
      question: {
        id: 'what-comes-back',
        kind: 'in-message',
        text: 'This auth server rotates: what comes back?',
        options: [
          {
            id: 'access',
            text: 'A fresh access token, and nothing else',
            claim: {
              all: [{ message: { carries: 'access_token' } }, { not: { message: { carries: 'refresh_token' } } }],
            },
            why: 'Then the app could never refresh again, because the token it showed is retired with this answer.',
          },
          {
            id: 'code',
            text: 'A fresh code to be redeemed',
            claim: { message: { carries: 'authorization_code' } },
            why: 'A code stands for a decision just made; nobody was asked this time.',
          },
          {
            id: 'both',
            text: 'A fresh access token and a fresh refresh token',
            claim: { all: [{ message: { carries: 'access_token' } }, { message: { carries: 'refresh_token' } }] },
            why: USUALLY,
          },
        ],
      },
    },
    {
      step: 'reuse-detected',
      question: {
        id: 'thief',
        kind: 'failing-check',
        text: 'A thief sends an exact copy of the app’s last refresh request: which check stops it?',
        options: [
          {
            id: 'secret',
            text: 'Does the client secret fit?',
            claim: { check: 'client-secret-matches', verdict: 'failed' },
            why: 'The secret was copied along with everything else, so it fits.',
          },
          {
            id: 'used',
            text: 'Is this refresh token still unused?',
            claim: { check: 'refresh-unused', verdict: 'failed' },
            why: USUALLY,
          },
          {
            id: 'known',
            text: 'Does the server know this refresh token?',
            claim: { check: 'refresh-token-known', verdict: 'failed' },
            why: 'It knows it very well: it keeps retired tokens on purpose, to notice just this.',
          },
          {
            id: 'expired',
            text: 'Has this refresh token expired?',
            claim: { check: 'refresh-unexpired', verdict: 'failed' },
            why: 'It was retired by its use, long before its time ran out.',
          },
        ],
      },
    },
    {
      step: 'locked-out',
      question: {
        id: 'honest-app',
        kind: 'failing-check',
        text: 'The honest app refreshes with its newest token: what comes of it?',
        options: [
          {
            id: 'grant',
            text: 'Refused: the whole grant no longer stands',
            claim: { check: 'grant-stands', verdict: 'failed' },
            why: USUALLY,
          },
          {
            id: 'used',
            text: 'Refused: this token was used already',
            claim: { check: 'refresh-unused', verdict: 'failed' },
            why: 'Nobody has used the newest one: what was taken back is everything that came from this grant.',
          },
          {
            id: 'tokens',
            text: 'Fresh tokens: it did nothing wrong',
            claim: { message: { status: 200 } },
            why: 'True, but the server cannot tell which of the two is the thief, and so it trusts neither.',
          },
        ],
      },
    },
  ],
}
