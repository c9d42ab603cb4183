import type { StepLesson } from '../lesson'

/** At the auth server's own pages: the same in every grant that asks the user in her browser. */
export const signInAndConsent = {
  'login-page': {
    title: 'The auth server asks who she is',
    caption:
      'The request is in order, so the auth server shows its login page. Look at the address: Alice types her password at the auth server’s origin and nowhere else.',
    why: 'The password belongs between Alice and the server that knows it already. She can check the address before she types.',
    without: 'Alice would learn to type her password into apps, and a phishing page would look like any other day.',
    cites: ['rfc6749-3.1', 'rfc9700-4.16'],
    notes:
      'Look at the address of this page: it is the auth server’s. A password belongs here and nowhere else; that is all a user can check.',
  },
  'sign-in': {
    title: 'Alice signs in',
    caption:
      'Alice’s browser posts her username and password to the auth server. The app takes no part in this conversation and learns nothing from it.',
    why: 'How Alice proves who she is, is the auth server’s business alone: a password here, a passkey elsewhere. No app has to change for that.',
    without: 'Every app would hold a password that opens everything Alice has, and changing it would break them all.',
    cites: ['rfc6749-3.1', 'rfc6749-10.10', 'rfc9700-2.4'],
    notes:
      'The password goes to the one party that has an account for her. The app will never learn whether she used a password, a passkey or a phone.',
  },
  'signed-in': {
    title: 'A session begins and the browser moves on',
    caption:
      'Name and password fit. The auth server sets its session cookie and sends the browser on, so that the next page is loaded with a plain GET.',
    why: 'The cookie tells the auth server on the next request that this is Alice. Status 303 turns the POST into a GET.',
    without: 'Status 307 would make the browser post the password again, to whatever address the redirect names.',
    cites: ['rfc9700-4.12', 'rfc6265-4.1.2'],
    notes: 'A session cookie, for this server only. It is why the second app today will not ask her to sign in again.',
  },
  'consent-request': {
    title: 'The browser follows to the consent page',
    caption:
      'The browser follows the redirect, and its cookie says that this is Alice. The auth server takes up the app’s request where it left it.',
    why: 'Who she is and what she allows are two questions. Being signed in is not agreeing.',
    without: 'Any app that sends Alice here while she is signed in would be let in without her noticing.',
    cites: ['rfc6749-3.1', 'rfc6749-10.2'],
    notes:
      'A redirect within the auth server, nothing more. A good moment to show that a login and a permission are two questions.',
  },
  'consent-page': {
    title: 'The auth server asks for her permission',
    caption:
      'The page names the app and lists what it wants to do, scope by scope. Nothing is granted before Alice answers.',
    why: 'Consent means something only when Alice can read who asks, and for what.',
    without: 'The app would get whatever it asks for, and a lookalike app would get it too.',
    cites: ['rfc6749-3.3', 'rfc6749-10.2', 'oauth21-7.9'],
    notes:
      'Read the page aloud as Alice would: who asks, and for what. Ask whether they ever read one of these to the end.',
  },
  'consent-decision': {
    title: 'Alice decides',
    caption:
      'Alice’s browser posts her answer to the auth server. She can approve everything, only some of the scopes, or nothing at all.',
    why: 'The whole grant exists for this moment: the owner of the photos decides, and she decides at a place the app cannot reach.',
    without: 'The app could click “approve” itself. Delegation without a decision is just taking.',
    cites: ['rfc6749-4.1.1', 'rfc6749-3.3'],
    notes:
      'Let the room vote: allow or deny? Whatever she presses, it is her decision that travels on, and it can be taken back.',
  },
} as const satisfies Record<string, StepLesson>
