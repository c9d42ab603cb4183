import type { StepLesson } from '../lesson'

/** A party said no. A refusal is a lesson of its own: the defence worked. */
export const refusals = {
  'wrong-password': {
    title: 'The login page comes back',
    caption:
      'Username and password do not belong together, so the auth server shows its login page again. There is no session and nothing has been granted.',
    why: 'Who cannot prove to be Alice cannot decide for Alice. Failed attempts are counted, so that nobody can try them all.',
    without: 'An error that says which of the two was wrong would tell a stranger who has an account here.',
    cites: ['rfc6749-3.1', 'rfc6749-10.10'],
    notes: 'No error travels to the app: a wrong password is between Alice and the auth server.',
  },
  'server-error': {
    title: 'The auth server stops here',
    caption:
      'The auth server shows Alice an error page and sends her nowhere. It has no reason to trust any address that this request names.',
    why: 'A redirect is a favour to whoever asks for it. An auth server that redirects on request lends its good name to phishers.',
    without: 'Attackers could link to the auth server everybody trusts and have it forward the victim to them.',
    cites: ['rfc6749-4.1.2.1', 'rfc6749-3.1.2.4', 'rfc9700-4.11.2'],
    notes:
      'The auth server shows this to Alice and sends nobody anywhere. Ask why: because the address it should answer to is what it does not trust.',
  },
  'authorization-error': {
    title: 'The refusal travels back to the app',
    caption:
      'There is no code this time. The redirect carries an error such as access_denied, with the app’s state, so that the app knows which of its requests it belongs to.',
    why: 'The app has to learn that it gets no access, and it learns no more than that.',
    without: 'The app would wait for an answer that never comes, and Alice would sit in front of a dead page.',
    cites: ['rfc6749-4.1.2.1', 'rfc9207-2.3'],
    notes:
      'A refusal is an answer, too. It comes back the same way, with a word from a closed list, and state with it.',
  },
  'app-error': {
    title: 'The app stops and says so',
    caption:
      'The app shows an error and uses nothing of what it was brought. Either it was told no, or this was not an answer to its own question.',
    why: 'An app that is told no has to live with it. An app that is handed a stranger’s answer has to throw it away.',
    without: 'An app that carries on regardless redeems codes an attacker has chosen.',
    cites: ['rfc6749-4.1.2.1', 'rfc6749-10.12', 'rfc9207-2.4'],
    notes: 'The app stops. A defence that worked looks like this: unspectacular, and early.',
  },
  'token-refused': {
    title: 'The auth server refuses to hand out tokens',
    caption:
      'One of the auth server’s checks said no, so there are no tokens. The error names the kind of problem only: whoever sent this may have stolen the code.',
    why: 'A code is worth nothing in the wrong hands, at the wrong time, or for the second time. Here this is enforced.',
    without: 'A code that leaked on its way through the browser would be as good as the tokens.',
    cites: ['rfc6749-5.2', 'rfc6749-4.1.3', 'rfc7636-4.6'],
    notes: 'Show which check said no. This is the moment somebody’s attack ended.',
  },
  'access-refused': {
    title: 'The API refuses the token',
    caption:
      'The API does not accept this token, and its WWW-Authenticate header says why. The app can refresh, or has to ask Alice again.',
    why: 'Tokens expire, are revoked, and are limited to a scope and an API. The API is where all of this takes effect.',
    without: 'An API that answers without checking serves whoever finds an old token.',
    cites: ['rfc6750-3', 'rfc6750-3.1', 'rfc9110-15.5.2'],
    notes: 'Read the WWW-Authenticate header: it tells the app what to do next, and an attacker very little.',
  },
  'refresh-refused': {
    title: 'The refresh token is refused',
    caption:
      'The auth server does not accept this refresh token, so the app gets nothing. To go on, Alice has to sign in again.',
    why: 'A refresh token ends with its grant: when it expires, is revoked, or turns up a second time after it was replaced.',
    without: 'Access once given could never be ended, and a stolen refresh token would work forever.',
    cites: ['rfc6749-5.2', 'rfc6749-6', 'rfc9700-4.14.2'],
    notes: 'The app must ask Alice again. Annoying for her, and exactly right when somebody has copied the token.',
  },
  'revocation-refused': {
    title: 'The auth server refuses the revocation',
    caption:
      'The auth server cannot tell that this caller may end this access, so it changes nothing. The tokens work as before.',
    why: 'Ending access has power, too: only the app a token was given to may revoke it.',
    without: 'Anybody who can send a request could disconnect every app of every user.',
    cites: ['rfc7009-2.1', 'rfc7009-2.2.1'],
    notes: 'Only the client a token was given to may give it back. Ask what could happen otherwise.',
  },
} as const satisfies Record<string, StepLesson>
