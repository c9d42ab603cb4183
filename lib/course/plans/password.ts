import { type BuiltInPlan, USUALLY } from './built-in'

export const passwordPlan: BuiltInPlan = {
  id: 'password',
  title: 'Password',
  summary: 'What it costs to let an app ask for the password itself.',
  flow: 'password',
  options: {},
  minutes: 8,
  stops: [
    {
      step: 'password-taken',
      question: {
        id: 'kept-where',
        kind: 'where-stored',
        text: 'The app now has Alice’s password: where does it keep it until it needs it?',
        options: [
          {
            id: 'hash',
            text: 'On its server, as a hash only',
            claim: { holder: 'client', secret: 'password', mark: 'derived' },
            why: 'The auth server wants to see the password itself, so a hash would be of no use to the app.',
          },
          {
            id: 'full',
            text: 'On its server, in full',
            claim: { place: 'client.', secret: 'password' },
            why: USUALLY,
          },
          {
            id: 'cookie',
            text: 'In a cookie in Alice’s browser',
            claim: { place: 'browser.cookies', secret: 'password' },
            why: 'The cookie names a session of the app and says nothing else.',
          },
        ],
      },
    },
    {
      step: 'password-request',
      question: {
        id: 'shown-for-tokens',
        kind: 'in-message',
        text: 'What does the app show the auth server to get tokens?',
        options: [
          {
            id: 'code',
            text: 'A code that Alice’s decision made',
            claim: { message: { carries: 'authorization_code' } },
            why: 'Nobody asked Alice for a decision, so nobody made a code.',
          },
          {
            id: 'secret',
            text: 'Its own client secret, and nothing of Alice’s',
            claim: {
              all: [{ message: { carries: 'client_secret' } }, { not: { message: { carries: 'password' } } }],
            },
            why: 'Then it would ask in its own name, and see nothing of Alice’s.',
          },
          {
            id: 'password',
            text: 'Alice’s name and password',
            claim: { message: { to: 'authorization-server', carries: 'password' } },
            why: USUALLY,
          },
        ],
      },
    },
    {
      step: 'token-response',
      question: {
        id: 'left-behind',
        kind: 'where-stored',
        text: 'The tokens arrive: what is left of the password at the app?',
        options: [
          {
            id: 'nothing-kept',
            text: 'No row holds it any more, but the app has seen it',
            claim: {
              all: [
                { not: { place: 'client.', secret: 'password' } },
                { holder: 'client', secret: 'password', mark: 'holds' },
              ],
            },
            why: USUALLY,
          },
          {
            id: 'kept',
            text: 'It is kept until Alice signs out',
            claim: { place: 'client.', secret: 'password' },
            why: 'An honest app forgets it as soon as it has tokens; whether it did, nobody outside can tell.',
          },
          {
            id: 'never',
            text: 'Nothing: the app never had it in full',
            claim: { holder: 'client', secret: 'password', mark: 'never' },
            why: 'Alice typed it into a page of the app: there it arrived in full.',
          },
        ],
      },
    },
  ],
}
