import { type BuiltInPlan, USUALLY } from './built-in'

export const tokenExchangePlan: BuiltInPlan = {
  id: 'token-exchange',
  title: 'Token exchange',
  summary: 'How an API calls the next one for Alice, without passing her token on.',
  flow: 'token-exchange',
  options: {},
  minutes: 15,
  stops: [
    {
      step: 'app-redirect',
      question: {
        id: 'one-api-only',
        kind: 'in-message',
        text: 'The app wants a token that is good at the print shop only: how does it say so?',
        options: [
          {
            id: 'resource',
            text: 'With a parameter resource',
            claim: { message: { field: 'resource' } },
            why: USUALLY,
          },
          {
            id: 'cannot',
            text: 'It cannot: a token is good at every API',
            claim: { all: [{ message: { path: '/authorize' } }, { not: { message: { field: 'resource' } } }] },
            why: 'Then each API that sees a token could use it at all the others.',
          },
          {
            id: 'client',
            text: 'It gives the print shop’s address as redirect_uri',
            claim: { all: [{ message: { field: 'redirect_uri' } }, { not: { message: { field: 'client_id' } } }] },
            why: 'redirect_uri says where Alice’s browser comes back to, and that stays the app.',
          },
        ],
      },
    },
    {
      step: 'exchange-request',
      question: {
        id: 'shown-for-exchange',
        kind: 'in-message',
        text: 'The shop needs a token for the drive: what does it show the auth server?',
        options: [
          {
            id: 'token',
            text: 'Alice’s token, and nothing else',
            claim: {
              all: [{ message: { carries: 'access_token' } }, { not: { message: { carries: 'client_secret' } } }],
            },
            why: 'Then anybody who found her token could trade it: the shop has to say who it is as well.',
          },
          {
            id: 'both',
            text: 'Alice’s token and its own client secret',
            claim: { all: [{ message: { carries: 'access_token' } }, { message: { carries: 'client_secret' } }] },
            why: USUALLY,
          },
          {
            id: 'secret',
            text: 'Its own client secret, and nothing of Alice’s',
            claim: {
              all: [{ message: { carries: 'client_secret' } }, { not: { message: { carries: 'access_token' } } }],
            },
            why: 'Then it would ask in its own name, and see nobody’s photos.',
          },
        ],
      },
    },
    {
      step: 'prints-ordered',
      question: {
        id: 'password-holders',
        kind: 'who-holds',
        text: 'Four servers took part: which of them have had Alice’s password?',
        options: [
          {
            id: 'app',
            text: 'The auth server and the app',
            claim: { holder: 'client', secret: 'password', mark: 'holds' },
            why: 'The app got a code, and for the code a token: the password stayed behind.',
          },
          {
            id: 'shop',
            text: 'The auth server and the print shop',
            claim: { holder: 'service', secret: 'password', mark: 'holds' },
            why: 'The shop has Alice’s token and its own: neither contains her password.',
          },
          {
            id: 'one',
            text: 'The auth server alone',
            claim: {
              all: [
                { holder: 'authorization-server', secret: 'password', mark: 'holds' },
                { holder: 'client', secret: 'password', mark: 'never' },
                { holder: 'service', secret: 'password', mark: 'never' },
                { holder: 'resource-server', secret: 'password', mark: 'never' },
              ],
            },
            why: USUALLY,
          },
        ],
      },
    },
  ],
}
