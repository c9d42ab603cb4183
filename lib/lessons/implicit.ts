import type { Lesson } from './lesson'
import { browserApp } from './shared/browser-app'
import { refusals } from './shared/refusals'
import { signInAndConsent } from './shared/sign-in-and-consent'
import { useOfTokens } from './shared/use-of-tokens'

export const implicitLesson: Lesson = {
  steps: {
    ...browserApp,
    'authorization-request': {
      title: 'The script asks for the token itself',
      caption:
        'Alice presses Connect, and the script sends the browser to the auth server with response_type=token. No code will come, and there is no challenge to tie the answer to this page.',
      why: 'When this was designed, pages could not call other origins. A redirect was the only way a token could reach a script.',
      without:
        'Today pages can call the token endpoint, so nothing is lost without this grant. That is why RFC 9700 tells apps to use the code instead.',
      cites: ['rfc6749-4.2.1', 'rfc9700-2.1.2', 'rfc10017-7.2'],
      notes:
        'One word is different from the code flow: response_type=token. Ask what must follow from it before you go on.',
    },
    ...signInAndConsent,
    'authorization-response': {
      title: 'The access token travels in the address',
      caption:
        'Behind the # of the redirect stands the access token itself, ready to use. There is no refresh token, and nobody has proved anything about who will receive it.',
      why: 'Browsers do not send the fragment to servers, so the token stays out of their logs. It still passes through everything that sees an address inside the browser.',
      without:
        'In the query instead of the fragment, the token would also reach the gallery’s server, its logs, and the Referer of the next request.',
      cites: ['rfc6749-4.2.2', 'rfc9700-2.1.2', 'rfc6749-10.3'],
      notes: 'There it is: the token itself, in an address. Let somebody list who can read addresses.',
    },
    callback: {
      title: 'The browser fetches the page, keeping the token',
      caption:
        'The browser asks the gallery’s server for the callback page. Compare the addresses: the fragment with the token is missing from this request, and the browser puts it back into its address bar.',
      why: 'The gallery’s server only delivers the page. What stands behind the # is for scripts.',
      without: 'If the fragment were sent, each server that delivers a callback page would collect tokens.',
      cites: ['rfc6749-4.2', 'rfc9700-4.3.2'],
      notes: 'Watch what the browser sends and what it keeps: the fragment stays. That was the clever part, in 2012.',
    },
    'callback-answer': {
      title: 'The token stands in the address bar',
      caption:
        'The page is there and its script compares state. Until somebody cleans up, the token is in the address bar and in the history, readable by each script on this page and each browser extension.',
      why: 'State shows that this page asked. Nothing shows that the token was made for this app: a token that another app obtained looks just the same.',
      without:
        'Without comparing state, the page would take any token from any link, and Alice could end up in somebody else’s account.',
      cites: ['rfc6749-10.12', 'rfc6749-10.16', 'rfc9700-4.3.2'],
      notes:
        'The token stands in the address bar, for whoever looks over her shoulder or opens the history. Switch the option and see it cleaned.',
    },
    'preflight-request': {
      title: 'The browser asks for permission to call',
      caption:
        'The script has copied the token to its store and, if it is careful, removed it from the address. Now the browser asks the API whether this page may send it an Authorization header.',
      why: 'Cleaning the address comes after the fact: extensions, other scripts and the synchronised history may have the token already.',
      without: 'A token left in the address is still there when Alice shares a link or somebody presses Back.',
      cites: ['rfc9700-4.3.2', 'fetch-3.3'],
      notes: 'From here on it is like any page with a token. The damage was done on the way.',
    },
    'access-refused': {
      title: 'The API refuses, and nothing can renew',
      caption:
        'The API does not accept this token any more. There is no refresh token in this grant, so Alice has to go through the redirect again.',
      why: 'A refresh token in an address would be a lasting key for whoever copies it. RFC 6749 forbids it here.',
      without: 'Apps wanted to avoid asking again, so their access tokens lived long, and so did the stolen ones.',
      cites: ['rfc6749-4.2.2', 'rfc6750-3.1'],
      notes: 'Nothing can renew: no refresh token, no code. The page has to send Alice round again.',
    },
    'authorization-error': {
      title: 'The auth server answers with an error',
      caption:
        'There is no token: the fragment carries an error, with state if it was sent. A server that follows RFC 9700 refuses response_type=token as unsupported; otherwise Alice said no or the request was wrong.',
      why: 'No setting of the app can make this grant safe, so current servers refuse it before Alice is asked for anything.',
      without: 'As long as servers answer, apps keep asking: old code lives until somebody says no.',
      cites: ['rfc6749-4.2.2.1', 'rfc9700-2.1.2', 'rfc10017-7.2'],
      notes: 'With today’s rules, the auth server does not offer this any more. That is the answer you want to see.',
    },
    'key-set-request': useOfTokens['key-set-request'],
    'key-set-response': useOfTokens['key-set-response'],
    'introspection-request': useOfTokens['introspection-request'],
    'introspection-response': useOfTokens['introspection-response'],
    'wrong-password': refusals['wrong-password'],
    'server-error': refusals['server-error'],
    'revocation-refused': refusals['revocation-refused'],
  },
}
