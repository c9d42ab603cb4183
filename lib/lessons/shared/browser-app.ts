import type { StepLesson } from '../lesson'

/** An application that is a script in a page: what holds for it by whichever grant it gets its token. */
export const browserApp = {
  'open-app': {
    title: 'Alice opens the gallery',
    caption:
      'Alice opens the photo gallery, and her browser fetches its page. The gallery’s server hands the same page to everybody and keeps nothing about Alice.',
    why: 'This app has no part of its own on a server. Everything it will ever do happens in this page, in Alice’s browser.',
    without:
      'With a server of its own the app could keep tokens and secrets away from the browser; it would be another kind of client.',
    cites: ['rfc10017-6.3', 'rfc6749-2.1'],
    notes: 'The same wish as before, but this app has no server of its own. Keep an eye on what it can keep secret.',
  },
  'app-page': {
    title: 'A page arrives, with settings anybody may read',
    caption:
      'The page names its client_id, its servers and its script, and that is all there is. Its Content-Security-Policy allows scripts of its own origin only.',
    why: 'What is sent to every visitor cannot be secret. Whatever runs in this page will see what the app sees, so the page lets in as little as possible.',
    without:
      'One foreign script, for statistics say, would run with the same rights as the app itself and could read every token.',
    cites: ['rfc10017-6.3', 'rfc6749-2.1', 'csp3-6'],
    notes: 'Read the settings aloud: a client id, and no secret. Whatever is in this page, everybody can read.',
  },
  'script-request': {
    title: 'The browser loads the app itself',
    caption: 'The page asks for its script, and the browser fetches it. This file is the whole application.',
    why: 'A program that runs on somebody else’s machine can be read there. The specification calls such an app a public client.',
    without: 'A client_secret in this file would be known to every visitor from the first day on.',
    cites: ['rfc6749-2.1', 'rfc10017-6.3'],
    notes: 'The app is a file. We are about to watch it being handed to anybody who asks.',
  },
  'script-response': {
    title: 'The program arrives, for all to read',
    caption:
      'Here is the code that this page runs: the same functions make every next message of this flow. Look for a secret in it, and find none.',
    why: 'Alice’s browser may run it, and Mallory’s browser may read it. A public client has to be safe although everybody knows how it works.',
    without: 'An app that relies on hidden code is broken as soon as somebody presses “View source”.',
    cites: ['rfc6749-2.1', 'html-8.1'],
    notes: 'There is the whole program. Ask where you would hide a password in it.',
  },
  'preflight-request': {
    title: 'The browser asks whether the page may call',
    caption:
      'The script wants to send the API its token in a header, and the API is another origin. So before anything else the browser itself asks the API: may a page from there send this?',
    why: 'A page must not command the browser against any server it likes. The other server has the say, and the question carries no token.',
    without: 'Any site Alice visits could send requests of its own making to every API her browser can reach.',
    cites: ['fetch-3.3', 'rfc9700-2.6'],
    notes: 'The page has not asked for this; the browser does, before it lets a page of one origin call another.',
  },
  'preflight-response': {
    title: 'The API allows pages to call it',
    caption:
      'The API lets pages of any origin send an Authorization header. It can afford that, because only a token opens it: a browser adds no cookie here that a stranger’s page could abuse.',
    why: 'This is CORS, the rule by which a server opens itself to pages of other origins. Every API that browser apps call needs it.',
    without: 'The browser would stop here, and the page could not call the API however good its token is.',
    cites: ['fetch-3.3', 'rfc9700-2.6'],
    notes:
      'The API lists who may call, with what. This protects users of browsers. It keeps no attacker with curl away.',
  },
  'preflight-refused': {
    title: 'The browser does not let the page call',
    caption:
      'The answer does not allow what the page wants to send, so the browser sends nothing more. The token stays where it is.',
    why: 'The browser enforces what the other server said, against its own page.',
    without: 'The rules for other origins would be a matter of good manners.',
    cites: ['fetch-3.3'],
    notes: 'The browser keeps the page from calling. Ask whom that protects, and from whom.',
  },
  'resource-request': {
    title: 'The page calls the photos API itself',
    caption:
      'The script sends the access token in the Authorization header, straight from the browser. Origin says which page is asking; no cookie comes along.',
    why: 'The API sees an ordinary bearer token and checks it as always. Whether a server or a page presents it makes no difference here.',
    without: 'A token in the address instead of the header would end up in logs and histories.',
    cites: ['rfc6749-7', 'rfc6750-2.1', 'fetch-3.3'],
    notes: 'The token is in a page now, where every script that runs there can read it.',
  },
  'resource-response': {
    title: 'The page gets the photos and shows them',
    caption:
      'The token is good, so the API answers, and the browser lets the script read the answer. The script writes the photos into the page; the gallery’s server never saw them.',
    why: 'Alice gave one page permission to read her photos, and that is what it can do, as long as the token lives.',
    without:
      'If the API did not allow the page’s origin to read, the answer would arrive and the script still would not get it.',
    cites: ['rfc6749-7', 'fetch-3.3', 'rfc9700-4.10.2'],
    notes: 'It works, and it is simple. Keep the price in mind: what does one line of injected script get here?',
  },
  'revocation-request': {
    title: 'The page gives its access back',
    caption:
      'Alice disconnects the gallery, and its script asks the auth server to revoke what it holds. A public client names itself by client_id; holding the token is its proof.',
    why: 'A token that lies in a browser should not outlive its use.',
    without: 'Whoever finds the token in the browser later could still use it.',
    cites: ['rfc7009-2', 'rfc7009-2.1'],
    notes: 'Forgetting a token is not giving it back. This page does both.',
  },
  'revocation-response': {
    title: 'Revoked at the server, forgotten in the page',
    caption:
      'The auth server answers 200, and the script deletes its tokens from where it kept them. An API that checks signed tokens by itself accepts copies until they expire.',
    why: 'Both halves matter: the server stops honouring the token, and the browser stops keeping it.',
    without: 'The tokens would stay readable for every script that runs on this origin later.',
    cites: ['rfc7009-2.2', 'rfc10017-8'],
    notes: 'Two places, two deletions: at the server, and in the page. Show both in the storage tab.',
  },
  'app-error': {
    title: 'The script stops and says so',
    caption:
      'The script looked at the answer in its address and uses nothing of it. Either it was told no, or this was not an answer to a question asked from this page.',
    why: 'The page is all the app there is, so the checks have to happen here.',
    without:
      'Anybody could send Alice a link to the callback with an answer of their own choice, and the app would work in their account.',
    cites: ['rfc6749-4.1.2.1', 'rfc6749-10.12', 'rfc9700-4.7'],
    notes: 'The script stops by itself: it compares before it goes on.',
  },
} as const satisfies Record<string, StepLesson>
