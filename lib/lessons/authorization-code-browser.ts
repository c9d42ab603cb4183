import type { Lesson } from './lesson'
import { browserApp } from './shared/browser-app'
import { refusals } from './shared/refusals'
import { signInAndConsent } from './shared/sign-in-and-consent'
import { useOfTokens } from './shared/use-of-tokens'

const { 'app-error': stopped, ...page } = browserApp

export const authorizationCodeBrowserLesson: Lesson = {
  steps: {
    ...page,
    'authorization-request': {
      title: 'The script sends the browser to ask',
      caption:
        'Alice presses Connect. The script makes up state and, with PKCE, a secret verifier, keeps them in sessionStorage, and sends the browser to the auth server with no more than the verifier’s hash.',
      why: 'Going to another page ends this one, with all its variables. sessionStorage survives that, belongs to this tab and origin, and needs no server.',
      without:
        'The page that comes back would know nothing of the page that asked: it could neither recognise the answer nor prove that the code is its own.',
      cites: ['rfc6749-4.1.1', 'rfc7636-4.1', 'rfc7636-4.3', 'rfc10017-6.3'],
      notes: 'No server, and still a code: the script makes a verifier and shows only its hash.',
    },
    ...signInAndConsent,
    'authorization-response': {
      title: 'The code travels back through the browser',
      caption:
        'The auth server puts a code into the redirect to the gallery’s callback, with state and, by policy, its own name (iss). No token yet, although the app that will get one is in this very browser.',
      why: 'An address is the worst place for a token. The code in it works once, briefly, and with PKCE only for the page that holds the verifier.',
      without: 'With the token in the redirect this would be the implicit grant. Compare the two flows.',
      cites: ['rfc6749-4.1.2', 'rfc9700-2.1.2', 'rfc10017-7.2'],
      notes: 'A code again, in an address again. Ask what it is worth to whoever copies it.',
    },
    callback: {
      title: 'The browser comes back to the page',
      caption:
        'The browser asks the gallery’s server for the callback page, with the code in the query. The server pays no attention to it: for a browser app this is just the page again.',
      why: 'The address is how the answer reaches the page. The query also reaches the server and its logs, which is one reason why a code alone must be useless.',
      without: 'A code that worked without its verifier could be redeemed by whoever reads the server’s logs.',
      cites: ['rfc6749-4.1.2', 'rfc9700-4.3.1', 'rfc7636-4.5'],
      notes: 'The page is loaded anew, and has forgotten everything but what it put into storage.',
    },
    'callback-answer': {
      title: 'The script reads its own address',
      caption:
        'The page loads, its script from the cache. It reads the answer out of the address and compares state with what it kept in sessionStorage before it left.',
      why: 'No server does this for the app. Only the tab that asked holds this state, so an answer that fits was asked for here.',
      without: 'A link with somebody else’s code would sign Alice in to their account, and she would not notice.',
      cites: ['rfc6749-10.12', 'rfc9700-4.7', 'rfc9207-2.4'],
      notes: 'The script compares state by itself. Ask who checks this script.',
    },
    'token-request': {
      title: 'The page redeems the code itself',
      caption:
        'The script takes the code out of the address bar and posts it to the auth server. There is no client secret; with PKCE the verifier proves that the page that asks is the page that began.',
      why: 'A public client cannot authenticate. PKCE makes each attempt its own proof: only who knows the verifier behind the hash can redeem this code.',
      without:
        'Without PKCE the code is all it takes: whoever reads it first, in a log or a history, gets the tokens. Switch PKCE off and see what is missing from this request.',
      cites: ['rfc6749-4.1.3', 'rfc7636-4.5', 'rfc10017-6.3', 'fetch-3.3'],
      notes: 'No secret, since a page can keep none. The verifier is what shows that the same page asked.',
    },
    'token-response': {
      title: 'The tokens arrive in the browser',
      caption:
        'Access-Control-Allow-Origin lets the script read the answer, and it keeps the tokens where its option says. Look under Tokens & storage: every script of this origin can read them there.',
      why: 'Memory ends with the page, sessionStorage with the tab, localStorage never. Each is a trade between comfort and what a malicious script finds.',
      without:
        'If the auth server did not allow the page to read its answers, a browser app could not use this grant at all. A server of the app’s own would keep the tokens out of reach.',
      cites: ['rfc6749-5.1', 'rfc10017-8', 'fetch-3.3'],
      notes: 'The tokens are in the browser now. Open the storage tab, and ask who else can read there.',
    },
    'key-set-request': useOfTokens['key-set-request'],
    'key-set-response': useOfTokens['key-set-response'],
    'introspection-request': useOfTokens['introspection-request'],
    'introspection-response': useOfTokens['introspection-response'],
    'refresh-request': {
      title: 'The page trades in its refresh token',
      caption:
        'The script shows its refresh token and asks for a fresh access token. Nothing else proves who asks, because a public client has no secret.',
      why: 'Access tokens stay short-lived even here, and Alice is not asked again every few minutes.',
      without: 'Access tokens would have to live for hours in a place every script of the page can read.',
      cites: ['rfc6749-6', 'rfc9700-2.2.2', 'rfc10017-6.3'],
      notes: 'A public client: the token is all it has to show. That is why it must change every time.',
    },
    'refresh-response': {
      title: 'Fresh tokens, and the old one is dead',
      caption:
        'The page gets a new access token and, where the server rotates, a new refresh token in place of the old. An old one that turns up again then ends the whole family.',
      why: 'For a public client rotation is the only lock on a refresh token: it turns a silent theft into one that is noticed.',
      without: 'A refresh token copied once from a browser would work for the thief as long as for Alice.',
      cites: ['rfc9700-4.14.2', 'rfc6749-6', 'rfc10017-6.3'],
      notes: 'The old one is dead from this moment. A copy of it would set off the alarm.',
    },
    ...refusals,
    'app-error': stopped,
  },
}
