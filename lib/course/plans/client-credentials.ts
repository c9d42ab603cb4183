import { type BuiltInPlan, USUALLY } from './built-in'

export const clientCredentialsPlan: BuiltInPlan = {
  id: 'client-credentials',
  title: 'Client credentials',
  summary: 'How a program asks in its own name, and why that opens nothing of any user’s.',
  flow: 'client-credentials',
  options: {},
  minutes: 6,
  stops: [
    {
      step: 'token-response',
      question: {
        id: 'what-comes',
        kind: 'in-message',
        text: 'The backup job has proved who it is: what does it get?',
        options: [
          {
            id: 'both',
            text: 'An access token and a refresh token',
            claim: { all: [{ message: { carries: 'access_token' } }, { message: { carries: 'refresh_token' } }] },
            why: 'The job can ask again the same way at any time, so a refresh token would spare nobody anything.',
          },
          {
            id: 'access',
            text: 'An access token',
            claim: {
              all: [{ message: { carries: 'access_token' } }, { not: { message: { carries: 'refresh_token' } } }],
            },
            why: USUALLY,
          },
          {
            id: 'code',
            text: 'A code, until somebody approves',
            claim: { message: { carries: 'authorization_code' } },
            why: 'It is night and nobody is there: the job asks for itself and needs no approval.',
          },
        ],
      },
    },
    {
      step: 'usage-request',
      question: {
        id: 'shown-to-api',
        kind: 'in-message',
        text: 'What does the job show the API?',
        options: [
          {
            id: 'secret',
            text: 'Its client secret',
            claim: {
              all: [{ message: { carries: 'client_secret' } }, { not: { message: { carries: 'access_token' } } }],
            },
            why: 'The secret opens everything the job may ever do: it is for the auth server alone.',
          },
          {
            id: 'both',
            text: 'Its client secret and the access token',
            claim: { all: [{ message: { carries: 'client_secret' } }, { message: { carries: 'access_token' } }] },
            why: 'The token alone convinces; a secret shown twice can be stolen in two places.',
          },
          {
            id: 'token',
            text: 'The access token alone',
            claim: {
              all: [{ message: { carries: 'access_token' } }, { not: { message: { carries: 'client_secret' } } }],
            },
            why: USUALLY,
          },
        ],
      },
    },
    {
      step: 'photos-refused',
      question: {
        id: 'photos',
        kind: 'failing-check',
        text: 'With the same token the job asks for photos: which check fails first?',
        options: [
          {
            id: 'signature',
            text: 'Is the signature genuine?',
            claim: { check: 'jwt.signature', verdict: 'failed' },
            why: 'The token is as genuine as a moment ago, when it opened the usage figures.',
          },
          {
            id: 'audience',
            text: 'Is the token meant for this API?',
            claim: { check: 'token.audience', verdict: 'failed' },
            why: 'It is meant for this very API, only not for this door.',
          },
          {
            id: 'subject',
            text: 'Does the token speak for a user?',
            claim: { check: 'token.subject', verdict: 'failed' },
            why: USUALLY,
          },
          {
            id: 'scope',
            text: 'Does the scope cover photos?',
            claim: { check: 'token.scope', verdict: 'failed' },
            why: 'It would fail as well, but the API first asks whose photos, and stops there.',
          },
        ],
      },
    },
  ],
}
