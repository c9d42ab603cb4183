import type { StepLesson } from '../lesson'

/** What is said where an app pushes its request (RFC 9126), and proves its key to servers that want a nonce (RFC 9449). */
export const pushedAndProven = {
  'app-waits': {
    title: 'The browser is asked to wait a moment',
    caption:
      'The app does not send Alice to the auth server yet. It keeps its request to itself, and tells the browser to come back to another page of the app.',
    why: 'The request is not for the browser to carry. The app first hands it to the auth server directly.',
    without:
      'Every parameter would travel in an address that the browser, its extensions and its history can read and change.',
    cites: ['rfc9126-1'],
    notes: 'A moment of nothing for the browser. What the app does meanwhile goes past it.',
  },
  'par-request': {
    title: 'The app pushes its request',
    caption:
      'The app posts the whole request straight to the auth server: scope, redirect_uri, state, code_challenge. It says who it is as at the token endpoint, and dpop_jkt names its key.',
    why: 'The auth server can check everything before Alice is involved, and a confidential app has proved who it is before anything begins.',
    without:
      'Whoever sits between app and auth server, in the browser, could swap the scope or the address the answer goes to.',
    cites: ['rfc9126-2.1', 'rfc9126-2', 'rfc9449-10.1'],
    notes: 'The whole request goes from server to server, and the app proves who it is before Alice sees anything.',
  },
  'par-response': {
    title: 'The app gets a reference',
    caption:
      'The request is in order, so the auth server stores it and answers with request_uri: a reference nobody can guess. It works for this app only, once, and for a minute.',
    why: 'A reference says nothing about the request, and nothing in it can be changed. It is all the browser needs.',
    without: 'A long or guessable reference could be found and used later, by somebody else, in another browser.',
    cites: ['rfc9126-2.2', 'rfc9126-7.1'],
    notes: 'A reference: short-lived, used once, and it says nothing to whoever reads it.',
  },
  'par-refused': {
    title: 'The auth server does not take it',
    caption:
      'Something about the pushed request is wrong, and the app hears it at once. Alice was never sent anywhere.',
    why: 'An error on the back channel reaches the one who can mend it: the app’s developer, not the user.',
    without: 'Alice would see an error page of a server she did not know she was visiting.',
    cites: ['rfc9126-2.3', 'rfc6749-5.2'],
    notes: 'A bad request ends here, before a person is shown anything at all.',
  },
  'reference-request': {
    title: 'The browser comes back to the app',
    caption: 'The browser follows the app’s redirect. By now the app holds the reference and has an address to give.',
    why: 'In a real browser tab nobody notices this moment: the app pushes its request while the browser waits.',
    without: 'The browser would leave before there is anything to take along.',
    cites: ['rfc9126-4'],
    notes: 'The browser comes back. It has learned nothing so far.',
  },
  'reference-redirect': {
    title: 'The app sends her on with a reference',
    caption:
      'The app sends the browser to the auth server. Look at Location: client_id and request_uri, and nothing else.',
    why: 'What is not in the address can be neither read there nor tampered with.',
    without: 'Scope, redirect_uri and state would all stand in the address bar, ready to be edited.',
    cites: ['rfc9126-4', 'rfc9101-5'],
    notes: 'Compare this address with that of the plain code flow. What is left to tamper with?',
  },
  'token-nonce': {
    title: 'The auth server asks for its nonce',
    caption:
      'The proof has to contain a nonce of the auth server, and this one does not. The answer brings one, in DPoP-Nonce, and leaves the code as it was.',
    why: 'A nonce the server chose a moment ago shows that the proof was signed after that moment. Clocks need not be trusted.',
    without: 'Somebody with access to the key for a minute could sign proofs dated next week and take them away.',
    cites: ['rfc9449-8', 'rfc9449-11.3'],
    notes: 'Not a refusal of the app, but of old proofs: the server wants one that was made just now.',
  },
  'token-retry': {
    title: 'The same request, with a new proof',
    caption:
      'The app signs a new proof with the nonce in it and sends the request again. The code still works, because nothing had been done with it.',
    why: 'Every request gets a proof of its own, with a new jti. A proof is never sent twice.',
    without: 'An app that gives up here would fail with every server that asks for a nonce.',
    cites: ['rfc9449-8', 'rfc9449-4.2', 'rfc9449-10'],
    notes: 'The same request, a fresh proof with the server’s nonce. A recorded one would not do.',
  },
  'resource-nonce': {
    title: 'The API asks for its nonce',
    caption:
      'The API has nonces of its own and wants one in the proof. Its 401 brings it; the token was not even looked at.',
    why: 'Each server makes sure by itself that proofs are fresh. A nonce of the auth server is nothing to the API.',
    without: 'The API would have to believe the time that the sender wrote into the proof.',
    cites: ['rfc9449-9', 'rfc9449-11.3'],
    notes: 'The API has a nonce of its own. Two servers, two nonces.',
  },
  'resource-retry': {
    title: 'The same call, with a new proof',
    caption:
      'The app signs a proof with the API’s nonce and calls again. It keeps the nonce: its next calls need no extra round trip.',
    why: 'Servers hand out a new nonce before the old one expires, along with an ordinary answer.',
    without: 'Every call would have to be made twice.',
    cites: ['rfc9449-9', 'rfc9449-8.2'],
    notes: 'Once more, with a proof nobody can have prepared.',
  },
  'refresh-nonce': {
    title: 'The auth server asks for a newer nonce',
    caption:
      'The nonce the app last had from the auth server is too old. The answer brings a new one, and the refresh token is untouched.',
    why: 'Nonces expire so that old proofs do.',
    without: 'A proof signed long ago would still be taken.',
    cites: ['rfc9449-8', 'rfc9449-8.2'],
    notes: 'Nonces grow old, too. The server asks for a newer one.',
  },
  'refresh-retry': {
    title: 'The refresh again, with a new proof',
    caption: 'The app signs a proof with the new nonce and sends its refresh token once more.',
    why: 'A refresh is a token request like any other: the new access token is bound to the key of this proof.',
    without: 'The app would have to send Alice to sign in again, although nothing is wrong.',
    cites: ['rfc9449-8', 'rfc9449-5', 'rfc6749-6'],
    notes: 'The refresh is bound to the same key. A copied refresh token is of no use elsewhere.',
  },
} as const satisfies Record<string, StepLesson>
