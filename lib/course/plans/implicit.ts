import { type BuiltInPlan, USUALLY } from './built-in'

export const implicitPlan: BuiltInPlan = {
  id: 'implicit',
  title: 'Implicit',
  summary: 'What it means that the token itself travels through the address bar, and who gets to see it there.',
  flow: 'implicit',
  options: {},
  minutes: 10,
  stops: [
    {
      step: 'authorization-response',
      question: {
        id: 'in-the-redirect',
        kind: 'in-message',
        text: 'Alice approves: what does the redirect to the gallery bring?',
        options: [
          {
            id: 'code',
            text: 'A code to be redeemed',
            claim: { message: { carries: 'authorization_code' } },
            why: 'The page asked with response_type=token: there is nothing left to redeem.',
          },
          {
            id: 'token',
            text: 'The access token itself',
            claim: { message: { carries: 'access_token' } },
            why: USUALLY,
          },
          {
            id: 'both',
            text: 'An access token and a refresh token',
            claim: {
              all: [{ message: { carries: 'access_token' } }, { message: { carries: 'refresh_token' } }],
            },
            why: 'Even in 2012 nobody wanted to put a long-lived refresh token into an address.',
          },
        ],
      },
    },
    {
      step: 'callback',
      question: {
        id: 'server-sees',
        kind: 'in-message',
        text: 'The browser fetches the page behind that address: what does the gallery’s server see of the token?',
        options: [
          {
            id: 'all',
            text: 'All of it, in the address it is asked for',
            claim: { message: { to: 'client', carries: 'access_token' } },
            why: 'The part behind # is never sent: the browser keeps it to itself.',
          },
          {
            id: 'hash',
            text: 'A hash of it',
            claim: { holder: 'client', secret: 'access_token', mark: 'derived' },
            why: 'Nobody hashes anything here: the browser leaves the whole fragment out of the request.',
          },
          {
            id: 'nothing',
            text: 'Nothing',
            claim: {
              all: [{ message: { to: 'client' } }, { holder: 'client', secret: 'access_token', mark: 'never' }],
            },
            why: USUALLY,
          },
        ],
      },
    },
    {
      step: 'callback-answer',
      question: {
        id: 'who-else',
        kind: 'who-holds',
        text: 'The page is there: who else has the token now, besides auth server and page?',
        options: [
          {
            id: 'history',
            text: 'The browser’s history',
            claim: { holder: 'history', secret: 'access_token', mark: 'holds' },
            why: USUALLY,
          },
          {
            id: 'gallery',
            text: 'The gallery’s server',
            claim: { not: { holder: 'client', secret: 'access_token', mark: 'never' } },
            why: 'It answered a request without the fragment, and so without the token.',
          },
          {
            id: 'api',
            text: 'The photos API',
            claim: { holder: 'resource-server', secret: 'access_token', mark: 'holds' },
            why: 'The API meets the token when the page shows it, and the page has not called yet.',
          },
        ],
      },
    },
    {
      step: 'introspection-request',
      question: {
        id: 'reading-the-token',
        kind: 'next-message',
        text: 'The API is shown a token that is just a random string: what does it do?',
        options: [
          {
            id: 'keys',
            text: 'It fetches the auth server’s keys and reads the token',
            claim: { message: { from: 'resource-server', path: '/jwks' } },
            why: 'That works with a signed token; a random string has nothing inside that could be read.',
          },
          {
            id: 'answer',
            text: 'It answers with the photos',
            claim: { message: { from: 'resource-server', kind: 'response' } },
            why: 'An API that believes any string lets anybody in.',
          },
          {
            id: 'asks',
            text: 'It asks the auth server about the token',
            claim: { message: { from: 'resource-server', to: 'authorization-server', path: '/introspect' } },
            why: USUALLY,
          },
        ],
      },
    },
  ],
}
