import { type BuiltInPlan, USUALLY } from './built-in'

export const jwtBearerPlan: BuiltInPlan = {
  id: 'jwt-bearer',
  title: 'JWT bearer',
  summary: 'How somebody else’s signed word can stand in the place of Alice’s decision.',
  flow: 'jwt-bearer',
  options: {},
  minutes: 7,
  stops: [
    {
      step: 'assertion-response',
      question: {
        id: 'from-the-directory',
        kind: 'in-message',
        text: 'What does the directory give the print shop?',
        options: [
          {
            id: 'token',
            text: 'An access token for the drive',
            claim: { message: { carries: 'access_token' } },
            why: 'The drive believes tokens of its own auth server only: the directory can vouch, no more.',
          },
          {
            id: 'assertion',
            text: 'A signed statement about Alice',
            claim: { message: { carries: 'assertion' } },
            why: USUALLY,
          },
          {
            id: 'password',
            text: 'Alice’s password at the drive',
            claim: { message: { carries: 'password' } },
            why: 'The company does not know it, and need not: it is trusted for its signature.',
          },
        ],
      },
    },
    {
      step: 'assertion-grant',
      question: {
        id: 'where-to',
        kind: 'next-message',
        text: 'The shop holds the assertion: where does it take it?',
        options: [
          {
            id: 'token-endpoint',
            text: 'To the auth server’s token endpoint',
            claim: { message: { to: 'authorization-server', path: '/token', carries: 'assertion' } },
            why: USUALLY,
          },
          {
            id: 'drive',
            text: 'To the drive',
            claim: { message: { to: 'resource-server' } },
            why: 'The drive has no agreement with the company: the auth server has.',
          },
          {
            id: 'alice',
            text: 'To Alice, who has to approve',
            claim: { message: { to: 'browser' } },
            why: 'She is on holiday: that nobody has to ask her is what the company agreed on.',
          },
        ],
      },
    },
    {
      step: 'assertion-accepted',
      question: {
        id: 'what-comes-back',
        kind: 'in-message',
        text: 'The auth server believes the directory: what comes back?',
        options: [
          {
            id: 'both',
            text: 'An access token and a refresh token',
            claim: { all: [{ message: { carries: 'access_token' } }, { message: { carries: 'refresh_token' } }] },
            why: 'A refresh token would outlive the company’s word; for more, the shop brings a new assertion.',
          },
          {
            id: 'id-token',
            text: 'An ID token about Alice',
            claim: { message: { carries: 'id_token' } },
            why: 'Who she is the shop was told already; what it needs is a key to her photos.',
          },
          {
            id: 'access',
            text: 'An access token',
            claim: {
              all: [{ message: { carries: 'access_token' } }, { not: { message: { carries: 'refresh_token' } } }],
            },
            why: USUALLY,
          },
        ],
      },
    },
    {
      step: 'staff-photos-response',
      question: {
        id: 'at-the-drive',
        kind: 'failing-check',
        text: 'Alice never signed in: which check of the drive fails?',
        options: [
          {
            id: 'subject',
            text: 'Does the token speak for a user?',
            claim: { check: 'token.subject', verdict: 'failed' },
            why: 'It does: the auth server wrote Alice into it, because the directory named her.',
          },
          {
            id: 'none',
            text: 'None: the photos come',
            claim: { message: { from: 'resource-server', status: 200 } },
            why: USUALLY,
          },
          {
            id: 'issuer',
            text: 'Is the token from the right issuer?',
            claim: { check: 'jwt.issuer', verdict: 'failed' },
            why: 'The assertion was the directory’s; the token is the auth server’s own.',
          },
        ],
      },
    },
  ],
}
