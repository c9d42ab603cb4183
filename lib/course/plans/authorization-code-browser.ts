import { type BuiltInPlan, USUALLY } from './built-in'

export const authorizationCodeBrowserPlan: BuiltInPlan = {
  id: 'authorization-code-browser',
  title: 'Authorization code in a browser app',
  summary: 'What changes when the app is a script that anybody can read, and where its tokens end up.',
  flow: 'authorization-code-browser',
  options: {},
  minutes: 13,
  stops: [
    {
      step: 'script-response',
      question: {
        id: 'secret-in-script',
        kind: 'in-message',
        text: 'The whole app arrives as a script: which secret does it bring along?',
        options: [
          {
            id: 'client-secret',
            text: 'The app’s client secret',
            claim: { message: { carries: 'client_secret' } },
            why: 'Everybody can read a script, so a secret in it would be everybody’s: this app has none.',
          },
          {
            id: 'verifier',
            text: 'A code verifier',
            claim: { message: { carries: 'code_verifier' } },
            why: 'Each browser makes up a verifier of its own, fresh, when it sets out to ask.',
          },
          {
            id: 'none',
            text: 'None at all',
            claim: {
              all: [
                { message: { from: 'client', status: 200 } },
                { not: { message: { carries: 'client_secret' } } },
                { not: { message: { carries: 'code_verifier' } } },
              ],
            },
            why: USUALLY,
          },
        ],
      },
    },
    {
      step: 'token-request',
      question: {
        id: 'who-redeems',
        kind: 'next-message',
        text: 'The code stands in the address bar: who redeems it?',
        options: [
          {
            id: 'page',
            text: 'The page, from inside the browser',
            claim: { message: { from: 'browser', to: 'authorization-server', path: '/token' } },
            why: USUALLY,
          },
          {
            id: 'server',
            text: 'The gallery’s server',
            claim: { message: { from: 'client', to: 'authorization-server' } },
            why: 'This app is its script: the gallery’s server hands out files and keeps nothing.',
          },
          {
            id: 'api',
            text: 'The photos API, when it is shown the code',
            claim: { message: { to: 'resource-server' } },
            why: 'An API takes tokens and knows nothing of codes.',
          },
        ],
      },
    },
    {
      step: 'token-response',
      question: {
        id: 'token-place',
        kind: 'where-stored',
        text: 'Where do the tokens lie after this answer?',
        options: [
          {
            id: 'cookie',
            text: 'In a cookie that scripts cannot read',
            claim: { place: 'browser.cookies', secret: 'access_token' },
            why: 'Only a server can set such a cookie, and no server of the gallery takes part in this exchange.',
          },
          {
            id: 'server',
            text: 'In a session on the gallery’s server',
            claim: { place: 'client.', secret: 'access_token' },
            why: 'The gallery’s server never sees the tokens, because the page fetched them itself.',
          },
          {
            id: 'session-storage',
            text: 'In the page’s sessionStorage',
            claim: { place: 'browser.session-storage', secret: 'access_token' },
            why: USUALLY,
          },
        ],
      },
    },
    {
      step: 'preflight-request',
      question: {
        id: 'before-the-call',
        kind: 'next-message',
        text: 'The page wants to call the API on another origin: what is sent first?',
        options: [
          {
            id: 'call',
            text: 'The call itself, with the access token',
            claim: { message: { to: 'resource-server', carries: 'access_token' } },
            why: 'A header such as Authorization is nothing a page may send anywhere: the browser asks before it does.',
          },
          {
            id: 'preflight',
            text: 'A question of the browser’s own, without the token',
            claim: { message: { method: 'OPTIONS', to: 'resource-server' } },
            why: USUALLY,
          },
          {
            id: 'server',
            text: 'A message to the gallery’s server, which calls for it',
            claim: { message: { to: 'client' } },
            why: 'That would be a backend for the frontend; this app has nobody behind it and calls by itself.',
          },
        ],
      },
    },
  ],
}
