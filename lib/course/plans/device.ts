import { type BuiltInPlan, USUALLY } from './built-in'

export const devicePlan: BuiltInPlan = {
  id: 'device',
  title: 'Device',
  summary: 'How a TV without a keyboard gets access, and what Alice’s phone has to do with it.',
  flow: 'device',
  options: {},
  minutes: 11,
  stops: [
    {
      step: 'device-authorization-response',
      question: {
        id: 'first-answer',
        kind: 'in-message',
        text: 'A TV without a keyboard asks for access: what does the auth server answer?',
        options: [
          {
            id: 'login',
            text: 'A redirect to the login page',
            claim: { message: { status: 303 } },
            why: 'The TV has no browser that could follow it, and no keyboard for a password.',
          },
          {
            id: 'codes',
            text: 'Two codes: one for the TV, one for Alice to type',
            claim: { all: [{ message: { carries: 'device_code' } }, { message: { carries: 'user_code' } }] },
            why: USUALLY,
          },
          {
            id: 'tokens',
            text: 'Tokens, because the TV is registered',
            claim: { message: { carries: 'access_token' } },
            why: 'They are Alice’s photos, and nobody has asked her yet.',
          },
        ],
      },
    },
    {
      step: 'still-pending',
      question: {
        id: 'too-early',
        kind: 'failing-check',
        text: 'The TV asks for its tokens at once: which check fails?',
        options: [
          {
            id: 'decided',
            text: 'Has Alice decided?',
            claim: { check: 'device-decided', verdict: 'failed' },
            why: USUALLY,
          },
          {
            id: 'known',
            text: 'Does the server know the device code?',
            claim: { check: 'device-code-known', verdict: 'failed' },
            why: 'It made that code a moment ago and knows it well.',
          },
          {
            id: 'client',
            text: 'Does the server know this app?',
            claim: { check: 'client-known', verdict: 'failed' },
            why: 'The app is registered; it only has no secret, which is allowed for a TV.',
          },
        ],
      },
    },
    {
      step: 'approval-kept',
      question: {
        id: 'who-has-it',
        kind: 'who-holds',
        text: 'Alice approves on her phone: who holds the access token after this answer?',
        options: [
          {
            id: 'phone',
            text: 'Her phone, which passes it on to the TV',
            claim: { not: { holder: 'browser', secret: 'access_token', mark: 'never' } },
            why: 'The phone brings her decision, and nothing comes back that could open the photos.',
          },
          {
            id: 'tv',
            text: 'The TV, because the auth server calls it',
            claim: { holder: 'client', secret: 'access_token', mark: 'holds' },
            why: 'Nobody can call a TV in a living room: it will hear of it when it asks again.',
          },
          {
            id: 'nobody',
            text: 'Nobody: there is none yet',
            claim: {
              all: [
                { holder: 'browser', secret: 'access_token', mark: 'never' },
                { holder: 'client', secret: 'access_token', mark: 'never' },
                { holder: 'authorization-server', secret: 'access_token', mark: 'never' },
              ],
            },
            why: USUALLY,
          },
        ],
      },
    },
    {
      step: 'token-request',
      question: {
        id: 'how-it-hears',
        kind: 'next-message',
        text: 'How does the TV hear that Alice has approved?',
        options: [
          {
            id: 'called',
            text: 'The auth server sends it the tokens',
            claim: { message: { from: 'authorization-server', to: 'client', kind: 'request' } },
            why: 'The TV has no address anybody could send to: every conversation begins with the TV.',
          },
          {
            id: 'phone',
            text: 'Alice’s phone tells it',
            claim: { message: { from: 'browser', to: 'client' } },
            why: 'The two devices are not connected: only Alice has seen both.',
          },
          {
            id: 'asks',
            text: 'It asks once more with its device code',
            claim: { message: { from: 'client', to: 'authorization-server', carries: 'device_code' } },
            why: USUALLY,
          },
        ],
      },
    },
  ],
}
