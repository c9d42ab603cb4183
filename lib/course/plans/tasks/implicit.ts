import type { Task } from '../../lesson-plan'

export const implicitTasks: readonly Task[] = [
  {
    id: 'break-token',
    kind: 'break',
    title: 'Show a token nobody issued',
    text: 'Make the photos API refuse a token because the auth server does not know it. The check is introspection.active.',
    hints: [
      'The token travels in the Authorization header of GET /photos.',
      'Keep the word Bearer, and change a letter of what follows it.',
    ],
    check: 'introspection.active',
    by: 'resource-server',
  },
  {
    id: 'fix-token-as-login',
    kind: 'fix',
    title: 'Do not take a token for a login',
    text: 'Mallory signs in as Alice with a token that Alice gave to another app. Stop her, and keep the flow working.',
    hints: [
      'An access token says what may be done, and not who is there.',
      'Forbidding the whole grant stops her too, but then nobody gets any photos.',
    ],
    attack: 'token-as-login',
    grant: 'implicit',
    preset: 'permissive',
  },
  {
    id: 'assemble',
    kind: 'assemble',
    title: 'Put the flow in order',
    text: 'From the page to the photos, with the token in the redirect. Two of the moves are wrong: leave them out.',
    hints: [
      'There is no POST /token in this flow.',
      'A password never belongs into an address.',
      'The photos API serves nobody who shows no token.',
    ],
    distractors: true,
  },
]
