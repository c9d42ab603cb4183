import { authorizationCodeLesson } from './authorization-code'
import type { Lesson } from './lesson'
import { pick } from './shared/pick'
import { refusals } from './shared/refusals'

export const jwtBearerLesson: Lesson = {
  steps: {
    ...pick(
      authorizationCodeLesson,
      'key-set-request',
      'key-set-response',
      'introspection-request',
      'introspection-response',
    ),
    ...pick({ steps: refusals }, 'access-refused'),
    'assertion-request': {
      title: 'The print shop asks the HR directory',
      caption:
        'The company orders prints for Alice’s badge, and Alice is on holiday. The print shop asks the company’s directory for its word about her, addressed to the auth server.',
      why: 'The auth server cannot ask Alice, so somebody it trusts has to speak. The company runs her account; its word about her counts.',
      without: 'The shop would keep her password for such days, or a token that never ends.',
      cites: ['rfc7521-3', 'rfc7523-3'],
      notes: 'No browser, and no Alice at the screen. Her employer’s directory speaks for her.',
    },
    'assertion-response': {
      title: 'The directory signs an assertion',
      caption:
        'The answer is a signed JWT: who speaks (iss), about whom (sub), to whom (aud), until when (exp), and a number of its own (jti). Whoever holds it can present it once.',
      why: 'It is as short-lived as can be, names its one reader, and nobody else can make or change it.',
      without:
        'A note without a signature, a reader or an end could be written by anybody, shown to anybody, and kept forever.',
      cites: ['rfc7523-3', 'rfc7521-8.2'],
      notes: 'A signed sentence: who says it, about whom, for whom, until when. Read the four aloud.',
    },
    'assertion-withheld': {
      title: 'The directory says nothing',
      caption: 'The directory does not know who asks, or has nobody of that name. It signs nothing.',
      why: 'Its word opens accounts. It is given to services the company runs, about people it employs.',
      without: 'Whoever can reach the directory could be anybody on the staff.',
      cites: ['rfc7521-3', 'rfc7617-2'],
      notes: 'The directory does not vouch for everybody. That is what it is there for.',
    },
    'assertion-grant': {
      title: 'The print shop presents the assertion',
      caption:
        'The shop sends the assertion to the token endpoint, where a code would otherwise stand, and authenticates as itself. No browser is involved, and no user.',
      why: 'Two proofs together: the directory vouches for Alice, and the shop proves that it is the one allowed to use that.',
      without: 'An assertion that leaked would be enough for everybody.',
      cites: ['rfc7523-2.1', 'rfc7521-4.1', 'rfc7523-3.1'],
      notes: 'The shop presents the sentence as a grant. It is no token yet.',
    },
    'assertion-accepted': {
      title: 'The auth server believes it',
      caption:
        'The issuer is trusted for Alice, the signature is its own, the audience is this server, and the number is new. An access token for Alice comes back, and no refresh token.',
      why: 'Whoever needs another token brings another assertion, so the directory is asked each time. When Alice leaves the company, it says no.',
      without: 'With a refresh token the shop could go on long after the directory has stopped vouching.',
      cites: ['rfc7523-3', 'rfc7521-4.1'],
      notes:
        'The auth server believes it because it has agreed to, beforehand. Ask what happens when that directory is broken into.',
    },
    'assertion-refused': {
      title: 'The assertion is refused',
      caption:
        'One of the checks said no: it has expired, was used, was changed, or speaks of somebody its issuer may not speak for. Whatever it is, the error is invalid_grant.',
      why: 'An assertion replaces a person’s consent, so every one of its claims is looked at. Advance the clock before presenting one and see.',
      without: 'Whatever is not checked can be forged: that is all an attacker needs.',
      cites: ['rfc7523-3.1', 'rfc6749-5.2'],
      notes: 'Show the check. Trust between companies fails in details such as these.',
    },
    'assertion-nonce': {
      title: 'The auth server asks for its nonce',
      caption:
        'The shop proves a key along with its secret, and the proof has to contain a nonce of the auth server. The answer brings one; the assertion was not looked at and is as good as before.',
      why: 'An assertion is good once. A server that used it up before it asked for a nonce would make it useless.',
      without: 'A proof signed long ago, by somebody who had the key for a minute, would still be taken.',
      cites: ['rfc9449-8', 'rfc9449-11.3'],
      notes: 'Not a refusal of the assertion, but of old proofs: the server wants one that was made just now.',
    },
    'assertion-retry': {
      title: 'The same assertion, with a new proof',
      caption:
        'The shop presents the assertion again, with a proof that has the nonce in it. The token will be bound to the key of this proof.',
      why: 'The directory vouches for Alice, the secret says who the shop is, and the proof says which key the token belongs to.',
      without: 'Whoever copies the token out of a log could read Alice’s photos with it.',
      cites: ['rfc9449-8', 'rfc9449-5', 'rfc7523-2.1'],
      notes: 'Three things in one request, each for another purpose. Let the room name them.',
    },
    'staff-photos-nonce': {
      title: 'The drive asks for its nonce',
      caption:
        'The drive has nonces of its own and wants one in the proof. Its 401 brings it; the token was not even looked at.',
      why: 'Each server makes sure by itself that proofs are fresh. A nonce of the auth server is nothing to the drive.',
      without: 'The drive would have to believe the time that the sender wrote into the proof.',
      cites: ['rfc9449-9', 'rfc9449-11.3'],
      notes: 'The drive has a nonce of its own. Two servers, two nonces.',
    },
    'staff-photos-retry': {
      title: 'The same call, with a new proof',
      caption:
        'The shop signs a proof with the drive’s nonce and calls again. It keeps the nonce, so that its next calls need no extra round trip.',
      why: 'Token, key and request have to fit together: the proof names this URL, this method and this token.',
      without: 'A proof seen once would do for any other call.',
      cites: ['rfc9449-9', 'rfc9449-7'],
      notes: 'Once more, with a proof nobody can have prepared.',
    },
    'staff-photos-request': {
      title: 'The print shop calls the drive',
      caption:
        'The shop asks for Alice’s photos with the token it got. To the drive it is a token like any other: it says Alice, and it says reading.',
      why: 'How permission came about is settled at the auth server. APIs need to know one kind of token only.',
      without: 'Every API would have to know every issuer, and check assertions itself.',
      cites: ['rfc6749-7', 'rfc6750-2.1'],
      notes: 'From here on it is an access token like any other.',
    },
    'staff-photos-response': {
      title: 'The drive hands over the photos',
      caption:
        'The photos come back while Alice is away. What she never decided herself was decided by an agreement between the company and the auth server.',
      why: 'That agreement is narrow: this issuer, these people, this scope.',
      without: 'Trust without limits would let one directory open everybody’s photos.',
      cites: ['rfc7521-4.1', 'rfc9700-2.3'],
      notes: 'The photos. Alice never signed in today; ask whether she knows.',
    },
    'replayed-assertion': {
      title: 'The same assertion once more',
      caption:
        'The shop sends the assertion it used before, as somebody might who found it in a log. Not a character of it has changed.',
      why: 'An assertion is a bearer thing: the signature says who wrote it, and nothing about who brings it.',
      without: 'A log file full of assertions would be a bunch of keys.',
      cites: ['rfc7521-8.2', 'rfc7523-3'],
      notes: 'The same sentence once more, by somebody who overheard it.',
    },
    'replayed-assertion-refused': {
      title: 'The second use is refused',
      caption:
        'It was used before, so the error is invalid_grant; if it has expired meanwhile, that is found first. The server keeps each number until its assertion can no longer be presented.',
      why: 'Short lives keep that list short: exp and jti work together.',
      without: 'Until it expires, every copy would be worth a fresh token.',
      cites: ['rfc7523-3', 'rfc7523-3.1'],
      notes: 'It was heard once, and that was its life.',
    },
    'replayed-assertion-granted': {
      title: 'The second use works, too',
      caption: 'This auth server keeps no list of assertions it has seen. Every copy of this one is worth a token.',
      why: 'Set the assertion checks to strict and try again: the number is remembered then.',
      without: 'You are looking at it.',
      cites: ['rfc7523-3', 'rfc7521-8.2'],
      notes: 'It works again, until it expires. How long was that?',
    },
    'self-made-assertion': {
      title: 'The shop vouches for Alice itself',
      caption:
        'The shop makes a key, writes an assertion about Alice in its own name, and signs it. The signature is perfectly valid.',
      why: 'A signature says that whoever wrote this holds a key. It does not say whose word it is worth taking.',
      without: 'Everybody who can make a key could be Alice.',
      cites: ['rfc7523-3', 'rfc8725-3.8'],
      notes: 'The shop writes such a sentence itself. The signature is fine; it is its own.',
    },
    'self-made-assertion-refused': {
      title: 'Nobody trusts this issuer',
      caption:
        'The auth server looks up who speaks before it looks at the signature. The print shop is a client here, and not somebody who vouches for users.',
      why: 'Trust was agreed on beforehand, with the issuer’s keys, people and scope. Keys that an assertion brings along count for nothing.',
      without: 'An attacker would bring a key and its own proof of it.',
      cites: ['rfc7523-3', 'rfc8725-3.8'],
      notes: 'A good signature by somebody nobody asked.',
    },
    'self-made-assertion-granted': {
      title: 'Anybody’s word is taken',
      caption:
        'This auth server asks neither who signed nor with what. The print shop said that it may, and so it may.',
      why: 'Set the assertion checks to strict and try again: the issuer has to be on the list then.',
      without: 'You are looking at it.',
      cites: ['rfc7523-3', 'rfc8725-3.8'],
      notes: 'Anybody’s word is taken. A signature says who wrote it, not whether to believe it.',
    },
    'unsigned-assertion': {
      title: 'The shop sends one without a signature',
      caption:
        'Now the assertion names the directory, and its header says alg none: there is no signature, and nothing to verify. Some libraries used to find that in order.',
      why: 'The header is part of what the sender writes. A verifier that takes its algorithm from there lets the sender choose how to be checked.',
      without: 'Forging would be a matter of typing.',
      cites: ['rfc8725-3.1'],
      notes: 'And now without a signature at all: the algorithm says none.',
    },
    'unsigned-assertion-refused': {
      title: 'No signature, no token',
      caption:
        'The auth server has its own list of algorithms, and none is not on it. The error is invalid_grant, like for every assertion that does not hold.',
      why: 'What is acceptable was decided by the verifier, before anything arrived.',
      without: 'Whoever can spell the directory’s name could speak for it.',
      cites: ['rfc8725-3.1', 'rfc7523-3.1'],
      notes: 'Refused, before anybody reads what it claims.',
    },
    'unsigned-assertion-granted': {
      title: 'It is believed without a signature',
      caption:
        'This auth server let the assertion say how it wants to be verified: not at all. A token for Alice came back.',
      why: 'Set the assertion checks to strict and try again: the server’s own list of algorithms counts then.',
      without: 'You are looking at it.',
      cites: ['rfc8725-3.1', 'rfc7523-3'],
      notes: 'Believed. This was a real flaw in real libraries, more than once.',
    },
  },
}
