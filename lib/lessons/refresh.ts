import { authorizationCodeLesson } from './authorization-code'
import type { Lesson } from './lesson'

export const refreshLesson: Lesson = {
  steps: {
    ...authorizationCodeLesson.steps,
    'photos-shown': {
      title: 'Alice sees her photos',
      caption:
        'Alice has what she came for. The app still holds two tokens: an access token that expires within minutes, and a refresh token that lives much longer.',
      why: 'What Alice allowed holds on when she closes the page. The app can come back with its tokens while she is away.',
      without: 'An app that keeps no tokens would have to send her to the auth server every time it needs a photo.',
      cites: ['rfc6749-1.5', 'rfc6749-1.2'],
      notes: 'The usual end, and our beginning. Ask what the app still holds when Alice closes the window.',
    },
    'expired-call': {
      title: 'Time passes, and the app calls',
      caption:
        'The lab’s clock moves on until the access token has expired, and then the app calls the API as it always did. Step back to see how it once got its tokens.',
      why: 'An access token goes to APIs, through proxies and past logs. It lives for minutes, so that a copy somebody finds is soon worth nothing.',
      without: 'A token that never expires has to be guarded for ever, by everybody it was ever shown to.',
      cites: ['rfc6749-1.5', 'rfc6750-5.3'],
      notes: 'We turned the clock. The app does not know it yet: it calls as it always did.',
    },
    'token-expired': {
      title: 'The API says the token has expired',
      caption:
        'The API answers 401, and its WWW-Authenticate header names the error: invalid_token. That is no failure but the sign to refresh, and Alice need not hear of it.',
      why: 'The API only compares two times. Neither it nor the app has to ask anybody to know that this token is over.',
      without: 'An API that does not look at the expiry makes every short-lived token a long-lived one.',
      cites: ['rfc6750-3.1', 'rfc9110-15.5.2', 'rfc6749-1.5'],
      notes: 'A 401 is no accident here but a signal. Read the error, then ask what the app should do.',
    },
    'refresh-request': {
      title: 'The app shows its refresh token',
      caption:
        'The app sends its refresh token to the auth server, and to nobody else. A confidential app authenticates as well; a public one has only the token and its name.',
      why: 'The refresh token stands for Alice’s decision, which still holds. It is never shown to an API, so it may live longer.',
      without: 'Either Alice signs in every few minutes, or access tokens live for weeks, and so do stolen ones.',
      cites: ['rfc6749-6', 'rfc6749-10.4', 'rfc9700-2.2.2'],
      notes: 'Only to the auth server, and with proof of who asks. An API never sees this token.',
    },
    'refresh-response': {
      title: 'A fresh access token arrives',
      caption:
        'The app gets a new access token. When the server rotates, a new refresh token comes with it and the one just shown is retired; otherwise the same one stays good.',
      why: 'With rotation every refresh token works once. Should it turn up a second time, somebody else has a copy of it.',
      without: 'A refresh token that stays the same looks no different in the hands of a thief.',
      cites: ['rfc6749-6', 'rfc6749-5.1', 'rfc9700-4.14.2'],
      notes:
        'Compare the refresh token with the one before. If it changed, remember the old one: somebody will come back with it.',
    },
    'stolen-refresh': {
      title: 'A thief sends a copied refresh request',
      caption:
        'Somebody has copied the app’s last refresh request, from a log or a backup, and sends it once more. It carries all that the app showed: the refresh token, and its secret if it has one.',
      why: 'A bearer token works for its bearer. Nothing in these bytes says who sends them, so the auth server needs another way to tell.',
      without:
        'Client authentication alone stops a thief who has only the token. It does not help when the secret was copied with it, and public apps have none.',
      cites: ['rfc9700-4.14.1', 'rfc6749-10.4'],
      notes:
        'The thief has every byte the app sent. Let the room say how the auth server could possibly tell the two apart.',
    },
    'reuse-detected': {
      title: 'The reuse is noticed: all is revoked',
      caption:
        'This token was retired when the app used it, so two parties hold the same family. Which one is the thief, nobody can tell: the auth server revokes all that came from this grant.',
      why: 'Had the thief been first, the app would now be the one who comes second. Either way the alarm goes off, and the theft ends here.',
      without: 'Refusing only the old token would let whoever holds the newer one go on, and that might be the thief.',
      cites: ['rfc9700-4.14.2', 'oauth21-4.3.1', 'rfc6749-5.2'],
      notes:
        'It cannot tell who is the thief, and it does not have to. Two parties came with one token: end it for both.',
    },
    'thief-served': {
      title: 'The thief gets an access token',
      caption:
        'Without rotation the copy is as good as the original, and the thief now holds a fresh access token to Alice’s photos. The auth server saw an ordinary refresh.',
      why: 'The same token comes from the app day after day. One use more does not stand out.',
      without:
        'With rotation, this token would have been retired by the app’s own refresh, and the copy would have set off the alarm.',
      cites: ['rfc9700-4.14.1', 'rfc6749-10.4'],
      notes: 'Without rotation nothing looks wrong. Let it stand for a moment; this is how it looks in a log, too.',
    },
    'refresh-after-theft': {
      title: 'The app refreshes, as on any day',
      caption:
        'The app knows nothing of the thief. It sends the refresh token that it holds now, the newest it was given.',
      why: 'The app did nothing wrong, and its token is its own. Whether it is still good depends on what the auth server noticed.',
      without: 'An app that never refreshes never finds out that its grant has ended.',
      cites: ['rfc6749-6', 'rfc9700-4.14.2'],
      notes: 'An ordinary day for the app. Ask what it will hear.',
    },
    'locked-out': {
      title: 'The honest app is locked out, too',
      caption:
        'The family is revoked, so the app’s own token is refused with invalid_grant. Thief and app both stand outside, and only Alice can let one of them in again.',
      why: 'An honest app loses little: Alice signs in once more. A thief cannot do that, and loses everything.',
      without: 'Sparing the app would mean guessing which of the two it is, and a wrong guess serves the thief.',
      cites: ['rfc9700-4.14.2', 'oauth21-4.3.1', 'rfc6749-5.2'],
      notes: 'Honest and locked out. Alice signs in once more, and the thief cannot: that is the trade.',
    },
    'nobody-noticed': {
      title: 'The app is served, and nobody noticed',
      caption:
        'The same refresh token works for the app as it did for the thief. Both can go on like this until it expires or is revoked.',
      why: 'A public app whose tokens are neither rotated nor bound to a key is what RFC 9700 forbids, and this is why.',
      without: 'With rotation, the auth server would have noticed the second use, and ended it.',
      cites: ['rfc9700-4.14.2', 'rfc9700-2.2.2'],
      notes: 'Both go on, for months. Which of your systems would notice?',
    },
  },
}
