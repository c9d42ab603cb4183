import { authorizationCodeLesson } from './authorization-code'
import type { Lesson } from './lesson'
import { sharedSteps } from './par-dpop/shared-steps'
import { theft } from './par-dpop/theft'

export const parDpopLesson: Lesson = {
  steps: {
    ...sharedSteps(authorizationCodeLesson.steps),
    'open-app': {
      title: 'Alice opens the app',
      caption:
        'Alice wants to see her photos in the app, so her browser asks the app to begin. The app prepares its request and makes a key pair, if it has none yet.',
      why: 'What the app is about to ask for will be tied to this key. Its private half never leaves the app, so nobody can copy it on the way.',
      without: 'Everything the app is given later could be used by whoever gets hold of a copy.',
      cites: ['rfc9449-10', 'rfc7636-4.1', 'rfc9126-1'],
      notes: 'The same wish, with the defences of a bank. Count how many of the later attacks never get started.',
    },
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
    'authorization-request': {
      title: 'The browser brings only a reference',
      caption:
        'The auth server looks up the pushed request by its reference, and uses it up. Whatever else stands in the address does not count: add a parameter and see.',
      why: 'What is acted on is exactly what the app pushed. The browser can decide whether to bring it, and no more than that.',
      without: 'Alice, or an extension in her browser, could ask for other scopes than the app did.',
      cites: ['rfc9126-4', 'rfc9101-5', 'rfc9126-7.3'],
      notes: 'A reference and a client id. Let somebody try to change the scope in this address.',
    },
    'token-request': {
      title: 'The app redeems the code, with proof',
      caption:
        'The app redeems the code and adds a DPoP proof: a small JWT for this method and address, signed with its private key. The public key is inside.',
      why: 'A signature shows that the key is here, now, without giving it away. The tokens can then be tied to it.',
      without: 'The auth server would make bearer tokens: good for whoever bears them.',
      cites: ['rfc9449-5', 'rfc9449-4.2', 'rfc6749-4.1.3'],
      notes: 'A proof comes along, signed with a key that never leaves the app. Open it, and read method and address.',
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
    'token-response': {
      title: 'The app receives tokens bound to its key',
      caption:
        'The key of the proof is the one that was pushed as dpop_jkt, so the auth server hands out tokens. token_type is DPoP: this access token is tied to that key.',
      why: 'The auth server notes the key’s thumbprint with the token, as cnf.jkt. From now on every API can see which key has to come along.',
      without: 'An access token in a log, a crash report or the hands of another API would be an open door.',
      cites: ['rfc9449-5', 'rfc9449-6', 'rfc9449-10', 'rfc9700-2.2.1'],
      notes:
        'Look at the confirmation claim: the thumbprint of the app’s key. From now on the token alone opens nothing.',
    },
    'resource-request': {
      title: 'The app calls the API, with proof',
      caption:
        'The app presents its token with the scheme DPoP and signs another proof: for this address, and with ath, the hash of the token.',
      why: 'The proof belongs to one request and one token. An API that receives both can use neither of them elsewhere.',
      without: 'A dishonest API could take what it was sent and call another API with it.',
      cites: ['rfc9449-7.1', 'rfc9449-7', 'rfc9449-4.2'],
      notes: 'Two headers belong together: the token, and a proof for exactly this call.',
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
    'resource-response': {
      title: 'The API hands over the photos',
      caption:
        'The proof is fresh and signed, the token is valid, and its cnf.jkt is the thumbprint of the proof’s key. Only now does the API answer.',
      why: 'Three things had to fit together: the token, the key it is bound to, and this very request.',
      without: 'Any one of them alone can be copied. That is why none of them is enough.',
      cites: ['rfc9449-7', 'rfc9449-4.3', 'rfc9449-6.1'],
      notes: 'Open the checks, and find the one that compared two thumbprints.',
    },
    'introspection-request': {
      title: 'The API asks what the token means',
      caption:
        'The API asks the auth server about the token, whether it could read it or not: only so does it hear of a revocation at once. It authenticates, or anybody could fish for valid tokens here.',
      why: 'The auth server made the token and knows what has become of it since. Asking costs a round trip and always gives the latest answer.',
      without: 'A token that was revoked a minute ago would still open the door until it expires.',
      cites: ['rfc7662-2.1', 'rfc7662-4'],
      notes: 'An opaque token: the API asks for the key it is bound to as well.',
    },
    'introspection-response': {
      title: 'The auth server names the key',
      caption:
        'The auth server says whether the token is active, for which user, app and scope, and until when. For a bound token it adds cnf.jkt, the thumbprint of the key.',
      why: 'The API compares that thumbprint with the key of the proof. It needs no record of its own about keys.',
      without: 'The API could not tell whose key a random string belongs to.',
      cites: ['rfc9449-6.2', 'rfc7662-2.2'],
      notes: 'The auth server names the key. The API compares it with the proof in its hand.',
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
    ...theft,
  },
}
