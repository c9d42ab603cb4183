import type { Lesson } from './lesson'
import { refusals } from './shared/refusals'
import { signInAndConsent } from './shared/sign-in-and-consent'
import { useOfTokens } from './shared/use-of-tokens'

export const authorizationCodeLesson: Lesson = {
  steps: {
    'open-app': {
      title: 'Alice opens the app',
      caption:
        'Alice wants to see her photos in the app, so her browser asks the app to begin. The app has no access yet.',
      why: 'Everything begins at the app. Only then can it tell later that an answer belongs to a question it asked from this browser.',
      without:
        'The app would have to take answers it never asked for, and an attacker could be the one who sends them to Alice.',
      cites: ['rfc6749-4.1', 'rfc6749-10.12'],
      notes:
        'Nothing of OAuth yet: a person opens a web page. Ask who in this picture knows Alice’s password. It is nobody but Alice and the auth server, and it stays so to the end.',
    },
    'app-redirect': {
      title: 'The app sends her to the auth server',
      caption:
        'The app remembers this attempt in its session and tells the browser to go to the auth server. The address in Location is the app’s request for access.',
      why: 'The app must not see Alice’s password, so it hands the browser over to the one server that may. It keeps state, and with PKCE a secret verifier of which it sends only the hash.',
      without: 'The app would have to ask for the password itself, and every app Alice ever tried could keep a copy.',
      cites: ['rfc6749-4.1.1', 'rfc7636-4.1', 'rfc7636-4.2'],
      notes:
        'Stop at the address. Everything the app wants stands in it, in the clear: who asks, for what, where to answer. Point at state and code_challenge: we shall meet both again.',
    },
    'authorization-request': {
      title: 'The browser brings the request for access',
      caption:
        'The browser carries the app’s request to the auth server: who asks (client_id), for what (scope), and where the answer goes (redirect_uri). The server checks all of it before Alice is asked anything.',
      why: 'It goes through the browser because Alice is there, and the auth server must meet her. Everybody on this way can read and change it, so it carries nothing secret.',
      without:
        'If redirect_uri were not compared with the registered one, the answer could go to an attacker. If neither state nor PKCE came along, an answer could be swapped.',
      cites: ['rfc6749-4.1.1', 'rfc6749-3.1.2.3', 'rfc7636-4.3', 'rfc9700-2.1'],
      notes:
        'The browser only carries. The app is not on the line now: it cannot see what Alice and the auth server say to each other. That gap is the whole idea.',
    },
    ...signInAndConsent,
    'authorization-response': {
      title: 'The code travels back through the browser',
      caption:
        'The auth server makes a code and puts it into the redirect to the app, with the app’s state and, by policy, its own name (iss). The code lives briefly and works once.',
      why: 'The front channel leaks: addresses end up in histories, logs and Referer headers. So it carries a code that must still be redeemed, and not the token.',
      without:
        'If the token itself came back this way, whoever sees the address could use it. That was the implicit grant.',
      cites: ['rfc6749-4.1.2', 'rfc6749-10.5', 'rfc9207-2', 'rfc9700-2.1.2'],
      notes:
        'Ask the room: why a code, and no token? Let them find that this address ends up in histories and logs. The code is worth nothing without what the app keeps back.',
    },
    callback: {
      title: 'The browser delivers the answer to the app',
      caption:
        'The browser follows the redirect to the app’s callback. The app compares state with what this browser’s session remembers, and iss with the auth server it asked.',
      why: 'The app must know that this answer belongs to a question asked from this very browser, and that it comes from the server it asked.',
      without:
        'An attacker could push the answer to their own login into Alice’s browser, and she would store her photos in the attacker’s account.',
      cites: ['rfc6749-4.1.2', 'rfc6749-10.12', 'rfc9207-2.4', 'rfc9700-4.7'],
      notes:
        'Two checks hang on this one message. Show state: it comes back exactly as it left, so the answer belongs to a question from this browser.',
    },
    'callback-page': {
      title: 'The app takes the code and stays there',
      caption:
        'The answer fits, so the app keeps the code in its session. It shows a page at once, at the very address that has the code in it.',
      why: 'A page is drawn while its address holds the code: whatever the page loads may be told that address, and the history keeps it.',
      without: 'Had the app sent the browser on first, the code would have left the address before any page was shown.',
      cites: ['rfc6749-3.1.2.5', 'rfc9700-4.2.4', 'rfc9700-4.3.1'],
      notes:
        'Look at the address bar: the code is still there, and a page has been drawn. Ask who could read it now, and by which ways.',
    },
    'callback-answer': {
      title: 'The app takes the code and cleans up',
      caption:
        'The answer fits, so the app keeps the code in its session and sends the browser on to a clean address. The code leaves the address bar before any page is shown.',
      why: 'A page whose address holds a code hands it on: to the history, and to every site the page loads something from.',
      without: 'The code would stay readable for whoever opens the history next, or reads the logs of a linked site.',
      cites: ['rfc6749-3.1.2.5', 'rfc9700-4.2.4', 'rfc9700-4.3.1'],
      notes:
        'A small step that is often forgotten: the code leaves the address bar before any page is drawn. Open the history in your mind, and see what would stand there.',
    },
    'token-request': {
      title: 'The app now redeems the code',
      caption:
        'The app now redeems the code, straight from its server to the auth server. It adds the proof it has: a confidential app authenticates, and with PKCE it shows the verifier behind its challenge.',
      why: 'The code came through the browser, where others may have read it. Here the auth server finds out whether the one who redeems it is the one who asked.',
      without:
        'With neither client authentication nor PKCE, whoever reads the code first can redeem it. Switch PKCE off for a public client and see.',
      cites: ['rfc6749-4.1.3', 'rfc6749-3.2.1', 'rfc7636-4.5', 'rfc9700-4.5'],
      notes:
        'Now the lines change: from server to server, and the browser sees none of it. Point at the lock. With PKCE, point at the verifier, too: its hash went out in the open, at the start.',
    },
    'token-response': {
      title: 'The app receives its tokens',
      caption:
        'Code and proof fit, so the auth server marks the code as used and hands out an access token and a refresh token. Alice’s browser sees neither of them.',
      why: 'Two tokens share the work: the access token goes to the API and expires soon; the refresh token lives longer and is shown to nobody but the auth server.',
      without:
        'With a single long-lived token, every API call would expose the full power of the grant. A code that worked twice could be redeemed by a second party.',
      cites: ['rfc6749-4.1.4', 'rfc6749-5.1', 'rfc6749-1.5', 'rfc7636-4.6'],
      notes:
        'Two tokens, two jobs. Ask which of them you would rather lose. Then show the storage tab: at the auth server they are hashes.',
    },
    ...useOfTokens,
    ...refusals,
  },
}
