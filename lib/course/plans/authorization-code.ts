import { type BuiltInPlan, USUALLY } from './built-in'

export const authorizationCodePlan: BuiltInPlan = {
  id: 'authorization-code',
  title: 'Authorization code',
  summary: 'Why there is a code at all, which way it takes, and why the browser never sees a token.',
  flow: 'authorization-code',
  options: {},
  minutes: 12,
  stops: [
    {
      step: 'app-redirect',
      question: {
        id: 'first-answer',
        kind: 'next-message',
        text: 'The app has no access yet: what does it answer Alice’s browser?',
        options: [
          {
            id: 'form',
            text: 'A form for her password at the photo drive',
            claim: { message: { from: 'client', status: 200 } },
            why: 'The app should never learn that password, so it sends her to the one server that already knows it.',
          },
          {
            id: 'redirect',
            text: 'A redirect to the auth server',
            claim: { message: { from: 'client', path: '/authorize' } },
            why: USUALLY,
          },
          {
            id: 'code',
            text: 'A code for the browser to keep',
            claim: { message: { carries: 'authorization_code' } },
            why: 'A code comes from the auth server, and only after Alice has said yes.',
          },
        ],
      },
    },
    {
      step: 'authorization-response',
      question: {
        id: 'through-the-browser',
        kind: 'in-message',
        text: 'Alice approves: what travels back to the app through her browser?',
        options: [
          {
            id: 'token',
            text: 'The access token',
            claim: { message: { carries: 'access_token' } },
            why: 'What passes through a browser can stay in its history and in logs, so the token takes another way.',
          },
          {
            id: 'word',
            text: 'Only the word “approved”',
            claim: {
              all: [
                { message: { path: '/callback' } },
                { not: { message: { carries: 'authorization_code' } } },
                { not: { message: { carries: 'access_token' } } },
              ],
            },
            why: 'Anybody could send that word to the app; it needs something that only the auth server can make.',
          },
          {
            id: 'code',
            text: 'A code that works once',
            claim: { message: { carries: 'authorization_code' } },
            why: USUALLY,
          },
        ],
      },
    },
    {
      step: 'token-request',
      question: {
        id: 'redeeming',
        kind: 'next-message',
        text: 'The app has the code: what happens to it next?',
        options: [
          {
            id: 'back-channel',
            text: 'The app’s server posts it to the auth server',
            claim: { message: { from: 'client', to: 'authorization-server', channel: 'back', path: '/token' } },
            why: USUALLY,
          },
          {
            id: 'front-channel',
            text: 'The browser carries it to the auth server once more',
            claim: { message: { from: 'browser', to: 'authorization-server' } },
            why: 'The code came by the browser, but app and auth server can talk to each other without it.',
          },
          {
            id: 'api',
            text: 'The app shows it to the photos API',
            claim: { message: { to: 'resource-server' } },
            why: 'A code is no token: the API could make nothing of it.',
          },
        ],
      },
    },
    {
      step: 'token-response',
      question: {
        id: 'token-holders',
        kind: 'who-holds',
        text: 'Once this answer has arrived, who has had the access token?',
        options: [
          {
            id: 'browser',
            text: 'Auth server, app, and Alice’s browser',
            claim: { not: { holder: 'browser', secret: 'access_token', mark: 'never' } },
            why: 'The answer went from server to server: the browser has carried a code, and never a token.',
          },
          {
            id: 'two',
            text: 'Auth server and app, nobody else',
            claim: {
              all: [
                { holder: 'client', secret: 'access_token', mark: 'holds' },
                { holder: 'browser', secret: 'access_token', mark: 'never' },
                { holder: 'resource-server', secret: 'access_token', mark: 'never' },
              ],
            },
            why: USUALLY,
          },
          {
            id: 'api',
            text: 'Auth server, app, and the photos API',
            claim: { holder: 'resource-server', secret: 'access_token', mark: 'holds' },
            why: 'Nobody tells the API beforehand: it meets the token when the app shows it.',
          },
        ],
      },
    },
  ],
}
