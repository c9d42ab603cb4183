import { authorizationCodeLesson } from './authorization-code'
import type { Lesson } from './lesson'
import { pushedAndProven } from './shared/pushed-and-proven'

export const openIdConnectLesson: Lesson = {
  steps: {
    ...authorizationCodeLesson.steps,
    ...pushedAndProven,
    'open-app': {
      title: 'Alice wants to sign in',
      caption:
        'Alice wants to sign in to the app with the account she has at the photo drive. The app has no password of hers and wants none.',
      why: 'One account, one password, one place to type it. The app needs an answer to one question only: who is this?',
      without: 'Every app would keep passwords of its own, and Alice would use the same one everywhere.',
      cites: ['oidc-core-3.1', 'rfc6749-10.12'],
      notes:
        'Another wish this time: Alice does not want photos, she wants to sign in. OAuth alone does not answer that.',
    },
    'app-redirect': {
      title: 'The app asks who she is',
      caption:
        'The app sends the browser to the auth server with the scope openid, which turns a request for access into a login. With the nonce on, it also keeps a fresh random value in this session.',
      why: 'OAuth alone answers “what may this app do?”. The scope openid adds the question “and who is there?”, and the nonce will tie the answer to this browser session.',
      without:
        'Without openid there is no ID token, and the app would be tempted to take the access token for a login.',
      cites: ['oidc-core-3.1.2.1', 'oidc-core-15.5.2', 'rfc7636-4.2'],
      notes:
        'Two differences, and that is all of OpenID Connect here: the scope openid, and a nonce. Remember the nonce.',
    },
    'authorization-request': {
      title: 'The browser brings the login request',
      caption:
        'It looks like any request for a code, with openid and profile among its scopes. The nonce, if there is one, travels in the open: it has to be unpredictable and fresh, and need not be secret.',
      why: 'OpenID Connect is a thin layer: the same endpoint, the same checks, a few more parameters. What is proven for OAuth stays proven.',
      without: 'A second protocol for logins beside OAuth would double the places where something can go wrong.',
      cites: ['oidc-core-3.1.2.1', 'oidc-core-5.4', 'rfc6749-4.1.1'],
      notes: 'The same road as before. The auth server now also has to say who she is, and when she signed in.',
    },
    'token-response': {
      title: 'An ID token comes with the access token',
      caption:
        'Three tokens for three readers: the access token is for the API, the refresh token for the auth server, and the ID token for the app itself. So far the app has judged none of what it says.',
      why: 'The ID token is a signed statement with an addressee: this issuer says to this app that this user signed in, then and then. Open it in the message and read its claims.',
      without:
        'An app that guesses the user from an access token relies on something that was never said to it, and that others hold as well.',
      cites: ['oidc-core-3.1.3.3', 'oidc-core-2', 'rfc6749-5.1'],
      notes:
        'A third token. Ask whom each is for: the access token is for the API, the ID token is for the app. That is the whole lesson.',
    },
    'signing-keys-request': {
      title: 'The app fetches the auth server’s keys',
      caption:
        'The ID token is signed, and the app wants to check that. It fetches the public keys from the address it was set up with, never from one that stands in the token.',
      why: 'Public keys can be handed to everybody: they verify signatures and cannot make any. The app keeps them for the next time.',
      without: 'Whoever can slip the app a token could write any name into it.',
      cites: ['oidc-core-3.1.3.7', 'oidc-core-10.1.1', 'rfc7517-5'],
      notes: 'The app fetches keys to check a signature itself. It asks nobody whether the token is good.',
    },
    'id-token-believed': {
      title: 'The app believes the ID token',
      caption:
        'With the keys in hand the app goes through its rulebook: issuer, audience, algorithm, signature, times, the nonce where it sent one, the hash of the access token. Only then is Alice signed in.',
      why: 'Each check stops one trick: a token from elsewhere, for another app, forged, stale, from another login, or with a swapped access token beside it.',
      without:
        'Skip any one of them and somebody can sign in as Alice with a genuine token that was never meant for this login.',
      cites: ['oidc-core-3.1.3.7', 'oidc-core-3.1.3.8', 'oidc-core-2'],
      notes: 'Go through the checks one by one: issuer, audience, time, nonce. Each one has a break-in named after it.',
    },
    'id-token-refused': {
      title: 'The app does not believe the ID token',
      caption:
        'One of the app’s checks failed, so nobody is signed in and all the tokens are thrown away. The auth server has issued them all the same: this was stopped at the app.',
      why: 'The auth server cannot know in which browser its answer arrived. The last look is the app’s, and nobody can take it off its hands.',
      without: 'An app that signs in whomever a token names lets attackers choose the name.',
      cites: ['oidc-core-3.1.3.7', 'oidc-core-16.11'],
      notes: 'One check said no, and Alice is not signed in. Rather no login than a wrong one.',
    },
    'userinfo-request': {
      title: 'The app asks for more about her',
      caption:
        'The ID token said who signed in. For more of her profile the app calls the auth server’s UserInfo endpoint, an API like any other: it shows its access token.',
      why: 'An ID token should stay small and is made once. The UserInfo endpoint answers with what is true now, as far as Alice’s consent goes.',
      without: 'Every ID token would carry the whole profile, through every app that only needs a name.',
      cites: ['oidc-core-5.3', 'oidc-core-5.3.1', 'rfc6750-2.1'],
      notes: 'More about her, for the access token. The ID token stays where it is.',
    },
    'userinfo-response': {
      title: 'Her profile arrives',
      caption:
        'The auth server answers with the claims that the granted scope covers. The app compares sub with the ID token’s before it uses any of them.',
      why: 'sub is the one name that never changes and never moves to somebody else. Two answers about one sub are about one person.',
      without: 'With a swapped access token the app would put somebody else’s profile on Alice’s session.',
      cites: ['oidc-core-5.3.2', 'oidc-core-5.4', 'oidc-core-16.11'],
      notes: 'Compare the subject with the one in the ID token. If they differ, throw this away.',
    },
    'userinfo-refused': {
      title: 'No profile this time',
      caption:
        'The app gets no profile that it can use. Alice stays signed in, because who she is was settled by the ID token.',
      why: 'The endpoint checks the access token as every API does: known, not expired, not revoked, with the scope openid. And the app checks whom the answer is about.',
      without: 'Any access token, for whatever purpose, would reveal whose it is.',
      cites: ['oidc-core-5.3.3', 'oidc-core-5.3.2', 'rfc6750-3.1'],
      notes: 'The login still stands. Only the profile is missing.',
    },
    'photos-shown': {
      title: 'The app greets Alice by name',
      caption:
        'The name comes from the ID token and the photos come with the access token. Neither reached the browser, and the app never saw a password.',
      why: 'Two questions, two tokens: the ID token told the app who is there, the access token lets it do what she allowed.',
      without:
        'An app that uses one token for both questions is wrong about one of them. Try it: use the access token as a login.',
      cites: ['oidc-core-2', 'rfc6749-1.2'],
      notes: 'She is greeted by name. Ask which message the app believed, and why it may.',
    },
    'refresh-response': {
      title: 'Fresh tokens arrive',
      caption:
        'The app gets a new access token and an ID token about the same login: same sub, and still the time Alice really signed in. It checks both before it keeps anything.',
      why: 'A refresh renews access while Alice is away. It is no new login, so auth_time does not move and no nonce is needed.',
      without:
        'An app that took a refresh for a login would think Alice was there just now, and could be handed another user.',
      cites: ['oidc-core-12.2', 'rfc6749-6', 'rfc9700-4.14.2'],
      notes: 'Fresh tokens, no new login: she was not asked again, and the ID token must not pretend that she was.',
    },
    'access-token-login': {
      title: 'A stranger presents the access token',
      caption:
        'The app’s own phone edition signs in by sending its ID token here. Somebody who was shown Alice’s access token, such as an API she uses, sends that one instead.',
      why: 'An access token is passed on by design: every API it is meant for gets to see it. So holding it proves nothing about who holds it.',
      without: 'Apps that asked “whose token is this?” and signed that user in have been taken over in just this way.',
      cites: ['oidc-core-16.11', 'rfc6749-10.16'],
      notes:
        'A stranger brings an access token that was made for somebody else’s app, and says: I am Alice. Let the room decide.',
    },
    'login-refused': {
      title: 'An access token is no login',
      caption:
        'The app judges it like an ID token and refuses. Its checks name the one that failed: a signed access token is made for the API, not for this app, and an opaque one cannot even be read.',
      why: 'aud says for whom a statement was made. The auth server said something about Alice to the API, and nothing to this app.',
      without: 'Switch off the audience check and send it again: a genuine signature alone lets the stranger in.',
      cites: ['oidc-core-3.1.3.7', 'rfc6749-10.16'],
      notes: 'It is no login. An access token says what may be done, not who sits there.',
    },
    'login-accepted': {
      title: 'A stranger is signed in as Alice',
      caption:
        'With its check switched off, the app has taken a token made for somebody else as a login. The stranger now has a session as Alice, without password, code or consent.',
      why: 'Everything else about the token is genuine: the issuer, the signature, the times. Only the addressee tells the difference.',
      without: 'This is what the missing check costs.',
      cites: ['oidc-core-16.11', 'rfc6749-10.16'],
      notes: 'A real mistake of real apps. Ask which single check was missing: the audience.',
    },
  },
}
