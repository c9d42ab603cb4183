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
      step: 'preflight-request',
      question: {
        id: 'nothing-to-redeem',
        kind: 'next-message',
        text: 'The token stands in the address bar: what is sent next?',
        options: [
          {
            id: 'asks',
            text: 'The browser asks the API whether this page may call it',
            claim: { message: { from: 'browser', to: 'resource-server', method: 'OPTIONS' } },
            why: USUALLY,
          },
          {
            id: 'redeems',
            text: 'The page shows the token to the auth server, to redeem it',
            claim: { message: { from: 'browser', to: 'authorization-server' } },
            why: 'There is nothing to redeem: what came back is the token itself, ready for whoever has it.',
          },
          {
            id: 'gallery',
            text: 'The page hands the token to the gallery’s server',
            claim: { message: { from: 'browser', to: 'client' } },
            why: 'The gallery’s server keeps nothing about Alice: the page works alone.',
          },
        ],
      },
    },
    {
      step: 'resource-response',
      question: {
        id: 'in-the-history',
        kind: 'who-holds',
        text: 'Alice sees her photos: what does the browser’s history have of the token?',
        options: [
          {
            id: 'all',
            text: 'All of it, for everybody who looks',
            claim: { holder: 'history', secret: 'access_token', mark: 'holds' },
            why: 'A careful script replaces the address as soon as it has read it, and this one did.',
          },
          {
            id: 'was-there',
            text: 'Nothing any more, but it was there',
            claim: { holder: 'history', secret: 'access_token', mark: 'passed' },
            why: USUALLY,
          },
          {
            id: 'never',
            text: 'Nothing: it never got there',
            claim: { holder: 'history', secret: 'access_token', mark: 'never' },
            why: 'The address with the token was visited before any script could clean it up.',
          },
        ],
      },
    },
  ],
}
