import { type BuiltInPlan, USUALLY } from './built-in'

export const parDpopPlan: BuiltInPlan = {
  id: 'par-dpop',
  title: 'PAR and DPoP',
  summary: 'How a request stays out of the browser, and how a token becomes useless to whoever copies it.',
  flow: 'par-dpop',
  options: {},
  minutes: 16,
  stops: [
    {
      step: 'par-request',
      question: {
        id: 'meanwhile',
        kind: 'next-message',
        text: 'The browser was asked to wait: what does the app do meanwhile?',
        options: [
          {
            id: 'token',
            text: 'It asks the auth server for a token',
            claim: { message: { from: 'client', to: 'authorization-server', path: '/token' } },
            why: 'Alice has not been asked yet: there is nothing it could get a token for.',
          },
          {
            id: 'push',
            text: 'It posts its whole request to the auth server',
            claim: { message: { from: 'client', to: 'authorization-server', path: '/par' } },
            why: USUALLY,
          },
          {
            id: 'api',
            text: 'It tells the photos API what it is going to ask for',
            claim: { message: { from: 'client', to: 'resource-server' } },
            why: 'The API only ever looks at tokens: what to grant is between auth server and Alice.',
          },
        ],
      },
    },
    {
      step: 'reference-redirect',
      question: {
        id: 'in-the-address',
        kind: 'in-message',
        text: 'The app sends the browser to the auth server: what stands in the address?',
        options: [
          {
            id: 'everything',
            text: 'Scope, redirect_uri and code_challenge, as always',
            claim: { message: { path: '/authorize', field: 'redirect_uri' } },
            why: 'All that has been pushed already, over a channel on which no browser could change it.',
          },
          {
            id: 'code',
            text: 'A code that the app was given',
            claim: { message: { carries: 'authorization_code' } },
            why: 'A code stands for Alice’s decision, and she has not been asked yet.',
          },
          {
            id: 'reference',
            text: 'A reference to the request that was pushed',
            claim: {
              all: [
                { message: { path: '/authorize', carries: 'request_uri' } },
                { not: { message: { field: 'redirect_uri' } } },
              ],
            },
            why: USUALLY,
          },
        ],
      },
    },
    {
      step: 'token-nonce',
      question: {
        id: 'first-proof',
        kind: 'failing-check',
        text: 'The app redeems the code with the first proof it ever made for this server: which check fails?',
        options: [
          {
            id: 'nonce',
            text: 'Does the proof contain the server’s nonce?',
            claim: { check: 'dpop.nonce', verdict: 'failed' },
            why: USUALLY,
          },
          {
            id: 'signature',
            text: 'Does the signature fit the key in the proof?',
            claim: { check: 'dpop.signature', verdict: 'failed' },
            why: 'The app signed with its own key and put the public half into the proof: it fits.',
          },
          {
            id: 'code',
            text: 'Is the code still unused?',
            claim: { check: 'code-unused', verdict: 'failed' },
            why: 'It is: the server looks at the proof first, and has not touched the code.',
          },
        ],
      },
    },
    {
      step: 'resource-request',
      question: {
        id: 'shown-to-api',
        kind: 'in-message',
        text: 'The access token is bound to the app’s key: what does the app show the API?',
        options: [
          {
            id: 'token',
            text: 'The token alone',
            claim: { all: [{ message: { carries: 'access_token' } }, { not: { message: { carries: 'dpop_key' } } }] },
            why: 'Then a copied token would be as good as the app’s, and binding it would be for nothing.',
          },
          {
            id: 'private-key',
            text: 'The token and the private key',
            claim: { message: { field: 'private_key' } },
            why: 'A private key never leaves its owner: a signature shows that one has it.',
          },
          {
            id: 'proof',
            text: 'The token and a proof signed just now',
            claim: { all: [{ message: { carries: 'access_token' } }, { message: { carries: 'dpop_key' } }] },
            why: USUALLY,
          },
        ],
      },
    },
  ],
}
