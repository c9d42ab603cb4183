import { type BuiltInPlan, USUALLY } from './built-in'

export const openIdConnectPlan: BuiltInPlan = {
  id: 'openid-connect',
  title: 'OpenID Connect',
  summary: 'What an ID token is for, for whom, and what an app does before it believes one.',
  flow: 'openid-connect',
  options: {},
  minutes: 14,
  stops: [
    {
      step: 'token-response',
      question: {
        id: 'beside-the-tokens',
        kind: 'in-message',
        text: 'The app asked with the scope openid: what does the token endpoint answer?',
        options: [
          {
            id: 'as-before',
            text: 'The usual tokens: the access token says who she is',
            claim: {
              all: [{ message: { carries: 'access_token' } }, { not: { message: { carries: 'id_token' } } }],
            },
            why: 'The access token is for the API, and an app should not even read it.',
          },
          {
            id: 'id-token',
            text: 'The usual tokens, and an ID token for the app',
            claim: { all: [{ message: { carries: 'access_token' } }, { message: { carries: 'id_token' } }] },
            why: USUALLY,
          },
          {
            id: 'instead',
            text: 'An ID token in the place of the access token',
            claim: {
              all: [{ message: { carries: 'id_token' } }, { not: { message: { carries: 'access_token' } } }],
            },
            why: 'One does not replace the other: an ID token says who signed in, and opens nothing.',
          },
        ],
      },
    },
    {
      step: 'signing-keys-request',
      question: {
        id: 'before-believing',
        kind: 'next-message',
        text: 'The app holds an ID token: what does it do before it believes it?',
        options: [
          {
            id: 'keys',
            text: 'It fetches the auth server’s public keys',
            claim: { message: { from: 'client', to: 'authorization-server', path: '/jwks' } },
            why: USUALLY,
          },
          {
            id: 'api',
            text: 'It asks the photos API whether it is genuine',
            claim: { message: { from: 'client', to: 'resource-server' } },
            why: 'An ID token is meant for the app alone: no API has any business with it.',
          },
          {
            id: 'nothing',
            text: 'Nothing: it greets Alice by name',
            claim: { message: { from: 'client', to: 'browser' } },
            why: 'A statement that nobody checked could have been written by anybody.',
          },
        ],
      },
    },
    {
      step: 'userinfo-request',
      question: {
        id: 'at-userinfo',
        kind: 'in-message',
        text: 'The app wants to know more of her profile: what does it show at the UserInfo endpoint?',
        options: [
          {
            id: 'id-token',
            text: 'The ID token',
            claim: { message: { carries: 'id_token' } },
            why: 'An ID token is a statement and no key: UserInfo is an API like any other.',
          },
          {
            id: 'secret',
            text: 'Its client secret',
            claim: { message: { carries: 'client_secret' } },
            why: 'The secret says which app is asking, and not about whom it may ask.',
          },
          {
            id: 'access-token',
            text: 'The access token',
            claim: { message: { carries: 'access_token' } },
            why: USUALLY,
          },
        ],
      },
    },
    {
      step: 'photos-shown',
      question: {
        id: 'browser-and-id-token',
        kind: 'who-holds',
        text: 'Alice is greeted by name: how much of the ID token has her browser seen?',
        options: [
          {
            id: 'passed',
            text: 'It carried the token to the app',
            claim: { holder: 'browser', secret: 'id_token', mark: 'passed' },
            why: 'The browser carried a code; the ID token came from server to server.',
          },
          {
            id: 'never',
            text: 'Nothing of it',
            claim: { holder: 'browser', secret: 'id_token', mark: 'never' },
            why: USUALLY,
          },
          {
            id: 'holds',
            text: 'It keeps the token as Alice’s session',
            claim: { holder: 'browser', secret: 'id_token', mark: 'holds' },
            why: 'The session is the app’s own cookie: once the ID token was checked, nobody needs it to go on.',
          },
        ],
      },
    },
  ],
}
