import { authorizationCodeLesson } from './authorization-code'
import type { Lesson } from './lesson'
import { sharedSteps } from './par-dpop/shared-steps'
import { theft } from './par-dpop/theft'
import { pushedAndProven } from './shared/pushed-and-proven'

export const parDpopLesson: Lesson = {
  steps: {
    ...sharedSteps(authorizationCodeLesson.steps),
    ...pushedAndProven,
    'open-app': {
      title: 'Alice opens the app',
      caption:
        'Alice wants to see her photos in the app, so her browser asks the app to begin. The app prepares its request and makes a key pair, if it has none yet.',
      why: 'What the app is about to ask for will be tied to this key. Its private half never leaves the app, so nobody can copy it on the way.',
      without: 'Everything the app is given later could be used by whoever gets hold of a copy.',
      cites: ['rfc9449-10', 'rfc7636-4.1', 'rfc9126-1'],
      notes: 'The same wish, with the defences of a bank. Count how many of the later attacks never get started.',
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
    ...theft,
  },
}
